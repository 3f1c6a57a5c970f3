import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/corpus/outline.ts';
import { findOccurrences } from '../../src/corpus/slogan.ts';

const line = (text: string): Line[] => [{ n: 1, kind: 'paragraph', text }];
const surface = (slug: string, forms: string[], exclude: string[] = []) => ({ slug, forms, exclude });

describe('slogans in the text', () => {
  it('finds every surface form', () => {
    const found = findOccurrences(line('“五强六新五特”体系，即“565”体系'), [surface('565', ['565', '五强六新五特'])]);
    expect(found.map(({ form, start }) => [form, start])).toEqual([['五强六新五特', 1], ['565', 13]]);
  });

  it('gives characters to the longest form over all slogans', () => {
    const found = findOccurrences(line('创新、协调、绿色、开放、共享五大发展理念与发展理念'), [
      surface('理念', ['发展理念']), surface('新发展理念', ['创新、协调、绿色、开放、共享五大发展理念']),
    ]);
    expect(found.map(({ slug }) => slug)).toEqual(['新发展理念', '理念']);
  });

  it('leaves out contexts that are not the slogan', () => {
    const found = findOccurrences(line('1+50，“1+5”文件'), [surface('1+5', ['1+5'], ['1+50'])]);
    expect(found.map(({ start }) => start)).toEqual([6]);
  });
});
