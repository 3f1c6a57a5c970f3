import { describe, expect, it } from 'vitest';
import { choiceOf, facetValues, judgeRows, leavesOf, NO_CHOICE, NONE, valuesOf, type FacetName, type RowValues } from '../../src/corpus/facet.ts';
import { createLibrary } from '../../src/corpus/library.ts';
import { loadCorpus } from '../../src/gate/gate.ts';

const row = (values: Partial<Record<FacetName, string[]>>): RowValues =>
  ({ part: ['1'], kind: ['task'], unit: [NONE], deadline: [NONE], slogan: [NONE], target: [NONE], ...values });
const choose = (chosen: Partial<Record<FacetName, string[]>>) => choiceOf((facet) => chosen[facet] ?? []);

const rows = [
  row({ part: ['1'], unit: ['市政府', '发改'], slogan: ['565'] }),
  row({ part: ['1'], unit: ['市政府'] }),
  row({ part: ['2'], unit: ['发改'], deadline: ['explicit', '9月底前'] }),
  row({ part: ['3'] }),
];

describe('which rows a choice shows', () => {
  it.each<[string, Partial<Record<FacetName, string[]>>, number[]]>([
    ['nothing chosen', {}, [0, 1, 2, 3]],
    ['one value', { unit: ['市政府'] }, [0, 1]],
    ['any of several in a facet', { part: ['2', '3'] }, [2, 3]],
    ['all facets together', { part: ['1'], unit: ['发改'] }, [0]],
    ['where the text is silent', { unit: [NONE] }, [3]],
    ['a deadline by its words', { deadline: ['9月底前'] }, [2]],
    ['a deadline by its type', { deadline: ['explicit'] }, [2]],
    ['what no row has', { part: ['1'], deadline: ['explicit'] }, []],
  ])('%s', (_, chosen, expected) => {
    const { shown, total } = judgeRows(rows, choose(chosen));
    expect(shown.flatMap((is, i) => (is ? [i] : []))).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  it('and the words looked for narrow it further', () => {
    expect(judgeRows(rows, choose({ unit: ['市政府'] }), (i) => i > 0).shown).toEqual([false, true, false, false]);
  });
});

describe('counts beside the values', () => {
  it('follow the other facets, and not their own', () => {
    const { counts } = judgeRows(rows, choose({ part: ['1'] }));
    expect(Object.fromEntries(counts.part)).toEqual({ 1: 2, 2: 1, 3: 1 });
    expect(Object.fromEntries(counts.unit)).toEqual({ 市政府: 2, 发改: 1 });
  });

  it('say what one more click would show', () => {
    const chosen = { part: ['1'], unit: ['发改'] };
    const { counts } = judgeRows(rows, choose(chosen));
    for (const facet of ['part', 'unit', 'slogan', 'deadline'] as FacetName[]) {
      for (const value of new Set(rows.flatMap((values) => values[facet]))) {
        const alone = judgeRows(rows, choose({ ...chosen, [facet]: [value] })).total;
        expect(counts[facet].get(value) ?? 0, `${facet} ${value}`).toBe(alone);
      }
    }
  });

  it('leave out what does not hold the words', () => {
    expect(judgeRows(rows, NO_CHOICE, (i) => i === 2).counts.unit).toEqual(new Map([['发改', 1]]));
  });
});

it('groups are made by the narrow values, not by those that hold them', () => {
  const values = [{ value: 'explicit', name: '明确日期', within: null }, { value: '9月底前', name: '9月底前', within: 'explicit' }, { value: NONE, name: '原文未明确', within: null }];
  expect(leavesOf(values).map(({ value }) => value)).toEqual(['9月底前', NONE]);
});

describe('the facets of the speech', () => {
  const library = createLibrary(loadCorpus(process.cwd()));
  const offered = facetValues(library);
  const all = library.commitments.map((commitment) => valuesOf(library, commitment));

  it('offer every value that a commitment has, and no other', () => {
    for (const facet of Object.keys(offered) as FacetName[]) {
      expect(new Set(offered[facet].map(({ value }) => value)), facet).toEqual(new Set(all.flatMap((values) => values[facet])));
    }
  });

  it('offer no value twice', () => {
    for (const values of Object.values(offered)) expect(new Set(values.map(({ value }) => value)).size).toBe(values.length);
  });

  it('say 原文未明确 for units exactly where the text names none', () => {
    const silent = library.commitments.filter(({ units }) => units === null).length;
    expect(judgeRows(all, choose({ unit: [NONE] })).total).toBe(silent);
    expect(offered.unit.at(-1)).toEqual({ value: NONE, name: '原文未明确', within: null });
  });

  it('put days in their order, before words that name none', () => {
    expect(offered.deadline.slice(0, 4).map(({ name }) => name)).toEqual(['明确日期', '9月底前（2022-09-30）', '10月底前（2022-10-31）', '相对期限']);
  });
});
