import { describe, expect, it } from 'vitest';
import { nest, type Mark, type Woven } from '../../src/weave/nest.ts';

const mark = (value: string, start: number, end: number, rank = 1): Mark<string> => ({ value, start, end, rank });

/** `[a:…]` for a range drawn whole; `<` and `>` where a piece is cut. */
function draw(tree: readonly Woven<string>[]): string {
  return tree.map((node) => typeof node === 'string' ? node
    : `[${node.first ? '' : '<'}${node.value}:${draw(node.children)}${node.last ? '' : '>'}]`).join('');
}

const text = '一二三四五六七八';

describe('nesting', () => {
  it('draws ranges inside ranges', () => {
    expect(draw(nest(text, [mark('in', 2, 4), mark('out', 1, 6)]))).toBe('一[out:二[in:三四]五六]七八');
  });

  it('draws neighbours side by side', () => {
    expect(draw(nest(text, [mark('b', 4, 6), mark('a', 2, 4)]))).toBe('一二[a:三四][b:五六]七八');
  });

  it('cuts the one of higher rank where two cross', () => {
    expect(draw(nest(text, [mark('task', 1, 5, 5), mark('link', 4, 7, 0)]))).toBe('一[task:二三四>][link:[<task:五]六七]八');
    expect(draw(nest(text, [mark('task', 3, 8, 5), mark('link', 1, 5, 0)]))).toBe('一[link:二三[task:四五>]][<task:六七八]');
  });

  it('draws only what lies inside a stretch', () => {
    expect(draw(nest(text, [mark('a', 0, 3), mark('b', 5, 8)], 2, 6))).toBe('[<a:三]四五[b:六>]');
  });

  it('never changes the text, whatever the ranges', () => {
    let seed = 7;
    const random = (n: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
    const plain = (tree: readonly Woven<string>[]): string => tree.map((node) => (typeof node === 'string' ? node : plain(node.children))).join('');
    for (let round = 0; round < 2000; round++) {
      const marks = Array.from({ length: 1 + random(6) }, (_, i) => {
        const start = random(8);
        return mark(String(i), start, start + 1 + random(8 - start), random(4));
      });
      expect(plain(nest(text, marks))).toBe(text);
    }
  });
});
