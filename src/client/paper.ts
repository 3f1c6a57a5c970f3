/**
 * What paper needs of a page. A button `[data-print-page]` opens the print dialogue, which nothing else does;
 * a print says where it comes from, the address as it is read, which the build cannot know; and the choices
 * for paper (`<print-options>`) come when the reader does.
 */
import { arrivedFromSearch } from './arrived.ts';

export function preparePaper(): void {
  document.addEventListener('click', (event) => {
    if ((event.target as Element).closest('[data-print-page]')) window.print();
  });
  sign();
  // Who changes the address without leaving the page says so by `addresschange`, and needs nothing from here.
  for (const change of ['addresschange', 'popstate']) window.addEventListener(change, sign);
  const options = document.querySelector('print-options');
  if (options) offerChoices(options);
}

/** Writes the address of the page, as it is now, into where the paper comes from: to be read, and in the attribute as it is sent. What was searched for to get here is no part of it. */
function sign(): void {
  const place = document.querySelector<HTMLElement>('[data-provenance-address]');
  if (!place) return;
  const address = new URL(location.href);
  address.hash = '';
  if (arrivedFromSearch()) address.searchParams.delete('q');
  place.dataset['provenanceAddress'] = address.href;
  place.textContent = decodeURI(address.href).replace(/%2C/gi, ',');
}

/** The page of the full text begins with the choices; at the end of a section they come when the reader does. */
function offerChoices(options: Element): void {
  const load = (): void => void import('./print-options.ts');
  if (document.body.dataset['page'] === 'full' || new URLSearchParams(location.search).has('print')) return load();
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    load();
  }, { rootMargin: '100%' }).observe(options);
  // Who prints by the keyboard presses a key before; the module is there by then.
  for (const sign of ['keydown', 'scroll']) window.addEventListener(sign, load, { once: true, passive: true });
}
