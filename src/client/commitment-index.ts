/**
 * `<commitment-index>`: the index of commitments as an instrument. It reads the table that stands in the
 * page, shows the rows that pass, counts what each further choice would show, and keeps all of it in the address.
 */
import { choiceOf, FACETS, FACET_NAMES, judgeRows, leavesOf, type FacetName, type FacetValue } from '../corpus/facet.ts';
import { asks, describeFilters, describeState, matcherOf, readState, writeState, type Column, type Grouping, type IndexState, type Sort } from './index-state.ts';
import { IndexTable, write } from './index-table.ts';
import type { Format } from './index-files.ts';

interface Box extends FacetValue { readonly label: HTMLElement; readonly input: HTMLInputElement; readonly counter: HTMLElement }

class CommitmentIndex extends HTMLElement {
  private boxes!: Readonly<Record<FacetName, readonly Box[]>>;
  private table!: IndexTable;
  private query!: HTMLInputElement;
  private order!: HTMLSelectElement;
  private line!: HTMLElement;
  private chips!: HTMLElement;
  private state!: IndexState;
  /** True while words are being typed: one step back undoes them all. */
  private typing = false;

  connectedCallback(): void {
    this.query = this.need('[data-query]');
    this.order = this.need('[data-sort]');
    this.line = this.need('[data-state]');
    this.chips = this.need('[data-chips]');
    this.boxes = Object.fromEntries(FACET_NAMES.map((facet) => [facet, this.boxesOf(facet)])) as unknown as Record<FacetName, Box[]>;
    this.table = new IndexTable(this.need('table'), Object.fromEntries(FACET_NAMES.map((facet) => [facet, leavesOf(this.boxes[facet])])) as unknown as Record<FacetName, Box[]>);
    this.state = readState(new URLSearchParams(), () => false);
    this.listen();
    this.makeHeadSort();
    this.fromAddress();
    this.setAttribute('data-ready', '');
  }

  private need<T extends HTMLElement = HTMLElement>(selector: string): T {
    const element = this.querySelector<T>(selector);
    if (!element) throw new Error(`<commitment-index> needs ${selector} inside it.`);
    return element;
  }

  private boxesOf(facet: FacetName): Box[] {
    return Array.from(this.need(`[data-facet=${facet}]`).querySelectorAll('label')).map((label) => {
      const input = label.querySelector('input')!;
      const name = label.querySelector('[data-name]')?.textContent ?? '';
      return { value: input.value, name, within: input.dataset['within'] ?? null, label, input, counter: label.querySelector<HTMLElement>('[data-count]')! };
    });
  }

  private listen(): void {
    const facets = Array.from(this.querySelectorAll<HTMLDetailsElement>('[data-facet]'));
    for (const facet of facets) {
      facet.addEventListener('change', () => this.change({ choice: this.chosen() }));
      facet.addEventListener('toggle', () => {
        if (!facet.open) return;
        facets.forEach((other) => { if (other !== facet) other.open = false; });
        keepInWindow(facet.querySelector('fieldset')!);
      });
      facet.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !facet.open) return;
        facet.open = false;
        facet.querySelector('summary')?.focus();
      });
    }
    document.addEventListener('click', (event) => {
      facets.forEach((facet) => { if (facet.open && !facet.contains(event.target as Node)) facet.open = false; });
    });
    this.query.addEventListener('input', (event) => {
      if ((event as InputEvent).isComposing) return;
      this.change({ query: this.query.value }, this.typing ? 'replace' : 'push');
      this.typing = true;
    });
    this.query.addEventListener('compositionend', () => this.change({ query: this.query.value }, this.typing ? 'replace' : 'push'));
    this.query.addEventListener('blur', () => { this.typing = false; });
    this.need('.grouping').addEventListener('change', (event) => this.change({ group: (event.target as HTMLInputElement).value as Grouping }));
    this.order.addEventListener('change', () => this.change({ sort: readState(new URLSearchParams({ sort: this.order.value }), () => false).sort }));
    this.querySelectorAll<HTMLElement>('[data-export]').forEach((button) => button.addEventListener('click', () => void this.save(button.dataset['export'] as Format)));
    // Opening a row is no step of its own: the address keeps it, and going back does not stop at it.
    this.addEventListener('toggle', (event) => {
      const { open } = event.target as HTMLDetailsElement;
      const id = idOf(event.target as HTMLDetailsElement);
      if (id === '' || this.state.open.includes(id) === open) return;
      this.state = { ...this.state, open: open ? [...this.state.open, id] : this.state.open.filter((other) => other !== id) };
      this.remember('replace');
    }, true);
    window.addEventListener('popstate', () => this.fromAddress());
  }

  /** The heads of columns become buttons; on paper, where browsers do not repeat those, they stay words. */
  private makeHeadSort(): void {
    this.querySelectorAll<HTMLElement>('th[data-column]').forEach((head) => {
      const name = head.querySelector('.on-screen') ?? head;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort on-screen';
      button.textContent = name.textContent;
      button.addEventListener('click', () => this.change({ sort: nextSort(this.state.sort, head.dataset['column'] as Column) }));
      const paper = document.createElement('span');
      paper.className = 'on-paper';
      paper.textContent = head.querySelector('.on-paper')?.textContent ?? name.textContent;
      head.textContent = '';
      head.append(button, paper);
    });
  }

  private chosen(): IndexState['choice'] {
    return choiceOf((facet) => this.boxes[facet].filter(({ input }) => input.checked).map(({ value }) => value));
  }

  private change(part: Partial<IndexState>, history: 'push' | 'replace' = 'push'): void {
    this.update({ ...this.state, ...part });
    this.remember(history);
  }

  private remember(history: 'push' | 'replace'): void {
    const query = writeState(this.state).toString();
    const address = location.pathname + (query ? `?${query}` : '');
    if (address !== location.pathname + location.search) window.history[history === 'push' ? 'pushState' : 'replaceState'](null, '', address);
    window.dispatchEvent(new Event('addresschange'));
  }

  private fromAddress(): void {
    this.typing = false;
    const state = readState(new URLSearchParams(location.search), (facet, value) => this.boxes[facet].some((box) => box.value === value));
    FACET_NAMES.forEach((facet) => this.boxes[facet].forEach(({ input, value }) => { input.checked = state.choice[facet].has(value); }));
    this.query.value = state.query;
    this.update({ ...state, choice: this.chosen() }); // In the order that values are offered in.
    this.querySelectorAll<HTMLDetailsElement>('details.in-place').forEach((details) => {
      const open = state.open.includes(idOf(details));
      if (details.open !== open) details.open = open;
    });
    window.dispatchEvent(new Event('addresschange'));
  }

  /** Draws a state; what does not differ from the one before is left alone. */
  private update(state: IndexState): void {
    const before = this.state;
    this.state = state;
    if (state.group !== before.group || sortWord(state.sort) !== sortWord(before.sort)) {
      this.table.arrange(state.group, state.sort);
      this.drawOrder();
    }
    const { shown, total, counts } = judgeRows(this.table.rows.map(({ values }) => values), state.choice,
      asks(state.query) ? matcherOf(state.query, this.table.keys) : undefined);
    this.table.show(shown, state.group, state.choice);
    for (const facet of FACET_NAMES) {
      for (const { value, counter, label } of this.boxes[facet]) {
        const count = counts[facet].get(value) ?? 0;
        write(counter, String(count));
        if (label.classList.contains('none') !== (count === 0)) label.classList.toggle('none', count === 0);
      }
      write(this.need(`[data-facet=${facet}] [data-chosen]`), state.choice[facet].size > 0 ? String(state.choice[facet].size) : '');
    }
    this.need('.table-region').hidden = total === 0; // A head with nothing under it says nothing.
    write(this.line, describeState(state, total, this.table.rows.length, this.nameOf));
    this.drawChips();
  }

  private readonly nameOf = (facet: FacetName, value: string): string => this.boxes[facet].find((box) => box.value === value)?.name ?? value;

  private drawOrder(): void {
    const { group, sort } = this.state;
    this.querySelectorAll<HTMLInputElement>('input[name=group]').forEach((input) => { input.checked = input.value === group; });
    this.order.value = sortWord(sort);
    this.querySelectorAll<HTMLElement>('th[data-column]').forEach((head) => {
      if (sort && head.dataset['column'] === sort.column) head.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
  }

  /** One chip for each thing chosen, to take it away again. */
  private drawChips(): void {
    const { choice, query } = this.state;
    const chips = FACET_NAMES.flatMap((facet) => Array.from(choice[facet]).map((value) => this.chip(`${FACETS[facet]}：${this.nameOf(facet, value)}`, () => {
      this.boxes[facet].forEach(({ input, value: other }) => { if (other === value) input.checked = false; });
      this.change({ choice: this.chosen() });
    })));
    if (asks(query)) chips.push(this.chip(`含有文字：“${query.trim()}”`, () => {
      this.query.value = '';
      this.change({ query: '' });
    }));
    if (chips.length > 1) chips.push(this.chip('全部清除', () => {
      FACET_NAMES.forEach((facet) => this.boxes[facet].forEach(({ input }) => { input.checked = false; }));
      this.query.value = '';
      this.change({ choice: this.chosen(), query: '' });
    }, false));
    this.chips.textContent = '';
    this.chips.append(...chips);
    this.chips.hidden = chips.length === 0;
  }

  private chip(name: string, remove: () => void, ofFilter = true): HTMLLIElement {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    if (ofFilter) {
      button.className = 'chip';
      button.setAttribute('aria-label', `去掉“${name}”`);
    }
    button.addEventListener('click', () => {
      const at = Array.from(this.chips.children).indexOf(item);
      this.typing = false;
      remove();
      // The button is gone; the keyboard goes on at its neighbour, or at the first filter.
      const next = this.chips.children[Math.min(at, this.chips.children.length - 1)];
      (next?.querySelector('button') ?? this.need('[data-facet] summary')).focus();
    });
    item.append(button);
    return item;
  }

  private async save(format: Format): Promise<void> {
    try {
      const { saveFile } = await import('./index-files.ts');
      await saveFile(format, this.dataset['breakdown'] ?? '', this.table.selections, describeFilters(this.state, this.nameOf));
    } catch (error) {
      console.warn('The file could not be made.', error);
      this.line.textContent = '文件没有做成，请再试一次。';
    }
  }
}

/** A panel that opens near the right edge moves left until it is seen whole. */
function keepInWindow(panel: HTMLElement): void {
  panel.style.marginLeft = '';
  const over = panel.getBoundingClientRect().right - (document.documentElement.clientWidth - 16);
  if (over > 0) panel.style.marginLeft = `${-over}px`;
}

/** The commitment whose row a paragraph opens in; empty for what opens elsewhere. */
function idOf(details: HTMLDetailsElement): string {
  return details.closest<HTMLElement>('tr[data-id]')?.dataset['id'] ?? '';
}

/** A column sorts upwards, then downwards, then no more. */
function nextSort(sort: Sort | null, column: Column): Sort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

function sortWord(sort: Sort | null): string {
  return sort ? (sort.descending ? '-' : '') + sort.column : '';
}

customElements.define('commitment-index', CommitmentIndex);
