import { describe, expect, it } from 'vitest';
import { choiceOf } from '../../src/corpus/facet.ts';
import { describeFilters, describeState, matcherOf, readState, writeState, type IndexState } from '../../src/client/index-state.ts';
import { searchKey } from '../../src/search/key.ts';

const read = (address: string): IndexState => readState(new URLSearchParams(address), (_, value) => value !== '没有');
const nameOf = (_: string, value: string): string => value;

describe('the state in the address', () => {
  it.each([
    '', 'part=1', 'part=1&part=2&unit=市政府', 'slogan=9%2B2&slogan=互联网%2B', 'q=10月底', 'group=unit', 'group=none&sort=-deadline', 'sort=id', 'open=T158&open=T101',
  ])('“%s” is read and written the same', (address) => {
    expect(writeState(read(address)).toString()).toBe(new URLSearchParams(address).toString());
  });

  it.each([['unit=没有', ''], ['group=colour', ''], ['sort=-', ''], ['sort=toString', ''], ['group=part', ''], ['q=%20%20', ''], ['x=1', '']])('“%s” says nothing', (address, expected) => {
    expect(writeState(read(address)).toString()).toBe(expected);
  });
});

describe('the line in words', () => {
  it.each([
    ['', 173, '全部任务，共 173 项，按部分分组。'],
    ['group=none', 173, '全部任务，共 173 项。'],
    ['unit=市政府&unit=市委&q=债', 2, '筛选条件：责任单位：市政府、市委；含有文字：“债”。共 2 项（全部任务 173 项），按部分分组。'],
    ['kind=task&group=slogan&sort=-deadline', 9, '筛选条件：类别：task。共 9 项（全部任务 173 项），按提法分组，按完成时限倒序排列。'],
    ['unit=市委&part=1', 0, '筛选条件：部分：1；责任单位：市委。共 0 项（全部任务 173 项）。'],
  ])('“%s”', (address, shown, line) => {
    expect(describeState(read(address), shown, 173, nameOf)).toBe(line);
  });

  it('names no filter where none is set', () => {
    expect(describeFilters({ ...read(''), choice: choiceOf(() => []) }, nameOf)).toEqual([]);
  });
});

describe('words that are looked for', () => {
  const keys = [['T158', '编制规划', '10月底前编制“四双联动”规划'], ['T201', '增长8.8%', '力争增长8.8%'], ['T9', '提质', '四双联动']].map((texts) => texts.map(searchKey));
  it.each<[string, number[]]>([
    ['编制', [0]], ['t158', [0]], ['８．８％', [1]], ['四双联动', [0, 2]], ['“四双联动”', [0]], ['“提质”', [2]], ['编制 10月底', [0]], ['编制 增长', []], ['制规 编', [0]], ['划10', []],
  ])('%s', (query, expected) => {
    const holds = matcherOf(query, keys);
    expect(keys.flatMap((_, i) => (holds(i) ? [i] : []))).toEqual(expected);
  });
});
