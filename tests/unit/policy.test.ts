/** The Content-Security-Policy: what it forbids, and the one page that may do more. */
import { describe, expect, it } from 'vitest';
import { contentPolicy } from '../../src/site/policy.ts';

describe('the policy', () => {
  it.each(['home', 'section', 'search'])('of %s allows nothing inline and nothing from elsewhere', (kind) => {
    expect(contentPolicy(kind)).not.toMatch(/unsafe-inline|unsafe-eval'.*unsafe-eval|\*|https?:/);
    expect(contentPolicy(kind).replace("img-src 'self' data:", '')).not.toContain('data:');
    expect(contentPolicy(kind)).toMatch(/^default-src 'none'; script-src 'self'/);
  });

  it('lets only the search compile', () => {
    expect(contentPolicy('search')).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(contentPolicy('section')).not.toContain('wasm');
  });
});
