/**
 * What a reader has made of the index of commitments: what is chosen, looked for, grouped, sorted and
 * opened, as it stands in the address. No DOM.
 */
import { choiceOf, FACETS, FACET_NAMES, type Choice, type FacetName } from '../corpus/facet.ts';
import { readQuery } from '../search/query.ts';

/** What rows are grouped by, and the words for it. */
export const GROUPINGS = { part: '部分', unit: '责任单位', deadline: '完成时限', slogan: '提法', none: '不分组' } as const;

export type Grouping = keyof typeof GROUPINGS;

/** The columns that sort, and the words for the order. */
export const COLUMNS = { id: '编号', title: '任务', targets: '量化目标', units: '责任单位', deadline: '完成时限', place: '出处', slogans: '提法' } as const;

export type Column = keyof typeof COLUMNS;

export interface Sort { readonly column: Column; readonly descending: boolean }

export interface IndexState {
  readonly choice: Choice;
  /** Words that must stand in a commitment, as typed. */
  readonly query: string;
  readonly group: Grouping;
  /** `null` is the order of the speech. */
  readonly sort: Sort | null;
  /** Ids of the commitments whose paragraph is open. */
  readonly open: readonly string[];
}

/**
 * Reads an address; what it does not say is as at first, and what the index does not know falls away.
 * @param knows whether a facet offers a value
 */
export function readState(address: URLSearchParams, knows: (facet: FacetName, value: string) => boolean): IndexState {
  const group = address.get('group') ?? '';
  const [, minus = '', column = ''] = /^(-?)(.*)$/.exec(address.get('sort') ?? '')!;
  return {
    choice: choiceOf((facet) => address.getAll(facet).filter((value) => knows(facet, value))),
    query: address.get('q') ?? '',
    group: isOf(GROUPINGS, group) ? group : 'part',
    sort: isOf(COLUMNS, column) ? { column, descending: minus === '-' } : null,
    open: address.getAll('open'),
  };
}

/** The address of a state, without what is as at first: `part=1&unit=市政府&sort=-deadline`. */
export function writeState({ choice, query, group, sort, open }: IndexState): URLSearchParams {
  const address = new URLSearchParams();
  for (const facet of FACET_NAMES) choice[facet].forEach((value) => address.append(facet, value));
  if (asks(query)) address.set('q', query.trim());
  if (group !== 'part') address.set('group', group);
  if (sort) address.set('sort', (sort.descending ? '-' : '') + sort.column);
  open.forEach((id) => address.append('open', id));
  return address;
}

/** What the rows were chosen by, one phrase a filter: `责任单位：市政府、市委`. For the line, the paper and the files. */
export function describeFilters({ choice, query }: IndexState, nameOf: (facet: FacetName, value: string) => string): string[] {
  const filters = FACET_NAMES.filter((facet) => choice[facet].size > 0)
    .map((facet) => `${FACETS[facet]}：${Array.from(choice[facet]).map((value) => nameOf(facet, value)).join('、')}`);
  return !asks(query) ? filters : [...filters, `含有文字：“${query.trim()}”`];
}

/** Whether a query has anything to look for. */
export const asks = (query: string): boolean => readQuery(query).length > 0;

/** The one line that says what is shown. */
export function describeState(state: IndexState, shown: number, total: number, nameOf: (facet: FacetName, value: string) => string): string {
  const filters = describeFilters(state, nameOf);
  const order = [
    ...(state.group === 'none' ? [] : [`按${GROUPINGS[state.group]}分组`]),
    ...(state.sort ? [`按${COLUMNS[state.sort.column]}${state.sort.descending ? '倒序' : '顺序'}排列`] : []),
  ].map((words) => `，${words}`).join('');
  const what = filters.length === 0 ? `全部任务，共 ${total} 项` : `筛选条件：${filters.join('；')}。共 ${shown} 项（全部任务 ${total} 项）`;
  return `${what}${shown === 0 ? '' : order}。`;
}

/** Whether the texts of a commitment hold every term: each with its marks, or where none does so, the words inside. */
export function matcherOf(query: string, keys: readonly (readonly string[])[]): (row: number) => boolean {
  const holds = (row: number, key: string): boolean => keys[row]!.some((text) => text.includes(key));
  const terms = readQuery(query).map(({ key, inner }) => (inner !== null && !keys.some((_, row) => holds(row, key)) ? inner : key));
  return (row) => terms.every((key) => holds(row, key));
}

function isOf<T extends object>(vocabulary: T, word: string): word is keyof T & string {
  return Object.prototype.hasOwnProperty.call(vocabulary, word);
}
