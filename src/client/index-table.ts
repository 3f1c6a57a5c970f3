/** The rows of the index: read from the table, put in groups and order, shown or not. */
import { FACET_NAMES, NONE, SEPARATOR, type Choice, type FacetName, type FacetValue, type RowValues } from '../corpus/facet.ts';
import type { Selection } from '../exports/breakdown.ts';
import { searchKey } from '../search/key.ts';
import type { Column, Grouping, Sort } from './index-state.ts';

interface Row {
  readonly id: string;
  readonly element: HTMLTableRowElement;
  readonly values: RowValues;
}

/** A row in a group. One row stands in several when it has several of the values that make them. */
interface Place { readonly row: number; readonly element: HTMLTableRowElement }

interface Group {
  readonly value: FacetValue | null;
  readonly body: HTMLTableSectionElement;
  readonly places: readonly Place[];
  readonly counters: readonly HTMLElement[];
}

export class IndexTable {
  readonly rows: readonly Row[];
  private readonly table: HTMLTableElement;
  private readonly heading: HTMLTableRowElement;
  private readonly leaves: Readonly<Record<FacetName, readonly FacetValue[]>>;
  private readonly copies = new Map<string, HTMLTableRowElement>();
  private known: string[][] | null = null;
  private groups: Group[] = [];

  /** @param leaves the values of each facet that rows are grouped by, in order */
  constructor(table: HTMLTableElement, leaves: Readonly<Record<FacetName, readonly FacetValue[]>>) {
    this.table = table;
    this.leaves = leaves;
    const heading = table.querySelector<HTMLTableRowElement>('tr.group');
    if (!heading) throw new Error('The table of the index needs a row .group at the head of each group.');
    this.heading = heading.cloneNode(true) as HTMLTableRowElement;
    this.rows = Array.from(table.querySelectorAll<HTMLTableRowElement>('tr[data-id]')).map((element) => ({
      id: element.dataset['id'] ?? '', element,
      values: Object.fromEntries(FACET_NAMES.map((facet) => [facet, (element.dataset[facet] ?? NONE).split(SEPARATOR)])) as unknown as RowValues,
    }));
    this.groups = this.asWritten();
  }

  /** The search keys of each row: its id, its title and its words, as in the search. Made when first asked for. */
  get keys(): readonly (readonly string[])[] {
    return (this.known ??= this.rows.map(({ id, element }) =>
      [id, ...['.title', '.words'].map((part) => element.querySelector(part)?.textContent ?? '')].map(searchKey)));
  }

  /** Puts the rows into groups, each in the order asked for. */
  arrange(grouping: Grouping, sort: Sort | null): void {
    const order = this.ordered(sort);
    this.groups = grouping === 'none'
      ? [this.group(null, order.map((row) => ({ row, element: this.rows[row]!.element })))]
      : this.grouped(grouping, order);
    Array.from(this.table.tBodies).forEach((body) => body.remove());
    this.table.append(...this.groups.map(({ body }) => body));
  }

  /** Shows the rows that were judged to be shown, and only groups of values that were chosen. */
  show(shown: readonly boolean[], grouping: Grouping, choice: Choice): void {
    const chosen: ReadonlySet<string> = grouping === 'none' ? new Set() : choice[grouping];
    for (const { value, body, places, counters } of this.groups) {
      let count = 0;
      for (const { row, element } of places) {
        const show = shown[row]!;
        if (show) count += 1;
        if (element.hidden === show) element.hidden = !show;
      }
      counters.forEach((counter) => { write(counter, String(count)); });
      const wanted = value === null || chosen.size === 0 || chosen.has(value.value) || (value.within !== null && chosen.has(value.within));
      if (body.hidden === (wanted && count > 0)) body.hidden = !body.hidden;
    }
  }

  /** What is shown, as it is shown: in its groups and its order. */
  get selections(): Selection[] {
    return this.groups.filter(({ body }) => !body.hidden).map(({ value, places }) => ({
      name: value?.name ?? '', ids: places.filter(({ element }) => !element.hidden).map(({ row }) => this.rows[row]!.id),
    }));
  }

  /** The groups as they stand in the page. */
  private asWritten(): Group[] {
    const rowOf = new Map(this.rows.map(({ element }, i) => [element, i]));
    return Array.from(this.table.tBodies).map((body) => ({
      value: this.leaves.part.find(({ value }) => value === body.dataset['group']) ?? null, body,
      places: Array.from(body.querySelectorAll<HTMLTableRowElement>('tr[data-id]')).map((element) => ({ row: rowOf.get(element)!, element })),
      counters: countersIn(body),
    }));
  }

  private grouped(facet: FacetName, order: readonly number[]): Group[] {
    const used = new Set<number>();
    return this.leaves[facet].map((value) => {
      const own = order.filter((row) => this.rows[row]!.values[facet].includes(value.value));
      return this.group(value, own.map((row) => {
        const first = !used.has(row);
        used.add(row);
        return { row, element: first ? this.rows[row]!.element : this.copy(row, `${facet} ${value.value}`) };
      }));
    });
  }

  private group(value: FacetValue | null, places: readonly Place[]): Group {
    const body = document.createElement('tbody');
    if (value) {
      const heading = this.heading.cloneNode(true) as HTMLTableRowElement;
      heading.querySelectorAll('[data-name]').forEach((name) => { name.textContent = value.name; });
      body.append(heading);
    }
    body.append(...places.map(({ element }) => element));
    return { value, body, places, counters: countersIn(body) };
  }

  private copy(row: number, place: string): HTMLTableRowElement {
    const key = `${row} ${place}`;
    const copy = this.copies.get(key) ?? this.rows[row]!.element.cloneNode(true) as HTMLTableRowElement;
    this.copies.set(key, copy);
    return copy;
  }

  /** Rows in order; where the text is silent, they come last either way. */
  private ordered(sort: Sort | null): number[] {
    const order = this.rows.map((_, i) => i);
    if (!sort) return order;
    const keys = this.rows.map((row, i) => this.sortKey(row, i, sort.column));
    const collator = new Intl.Collator('zh-CN', { numeric: true });
    const compare = (a: string | number, b: string | number): number =>
      (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
    return order.sort((a, b) => {
      const [first, second] = [keys[a]!, keys[b]!];
      if (first === null || second === null) return Number(first === null) - Number(second === null) || a - b;
      return (sort.descending ? -1 : 1) * compare(first, second) || a - b;
    });
  }

  private sortKey({ id, element, values }: Row, at: number, column: Column): string | number | null {
    const nameOf = (facet: FacetName): string | null => {
      const at = this.leaves[facet].findIndex(({ value }) => value === values[facet][0]);
      return values[facet][0] === NONE ? null : this.leaves[facet][at]?.name ?? null;
    };
    switch (column) {
      case 'id': return id;
      case 'title': return element.querySelector('.title')?.textContent ?? '';
      case 'targets': return element.querySelectorAll('[data-label=量化目标] li').length || null;
      case 'units': return nameOf('unit');
      case 'deadline': return values.deadline[0] === NONE ? null : this.leaves.deadline.findIndex(({ value }) => values.deadline.includes(value));
      case 'place': return at;
      case 'slogans': return nameOf('slogan');
    }
  }
}

function countersIn(body: HTMLElement): HTMLElement[] {
  return Array.from(body.querySelectorAll<HTMLElement>('.group [data-count]'));
}

/** Writes a text where it is another: what stays the same costs nothing. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
