/**
 * The Content-Security-Policy of a page, said in the page itself: static hosting seldom lets an editor
 * set headers. Everything comes from this site, nothing is inline. Only the page of the search may
 * compile WebAssembly, which is what its engine is made of.
 */

/** @param kind the page's kind, as in `data-page` */
export function contentPolicy(kind: string): string {
  const search = kind === 'search';
  const rules: Record<string, string> = {
    'default-src': "'none'",
    'script-src': search ? "'self' 'wasm-unsafe-eval'" : "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:", // The icon, which is smaller than a request for it.
    'connect-src': "'self'",
    ...(search ? { 'worker-src': "'self'" } : {}),
    'base-uri': "'none'",
    'form-action': "'self'",
  };
  return Object.entries(rules).map(([name, sources]) => `${name} ${sources}`).join('; ');
}
