/**
 * `<search-results>`: results as the reader types. The address holds the state (`q`, `kind`, `part`);
 * nothing is loaded before the reader turns to the field or comes with a query.
 */
import { excerpt, type Match } from '../search/match.ts';
import { SearchEngine, type Answer } from '../search/engine.ts';
import { KINDS, type Kind } from '../search/record.ts';

type State = 'idle' | 'searching' | 'done' | 'error';

/** Groups show this many at first, and this many more at each request. */
const STEP = 20;
const TYPING_PAUSE = 120;

class SearchResults extends HTMLElement {
  private form!: HTMLFormElement;
  private field!: HTMLInputElement;
  private list!: HTMLElement;
  private status!: HTMLElement;
  private failure!: HTMLElement;
  private filters!: HTMLElement;
  private engine: Promise<SearchEngine> | null = null;
  /** Answers that come after a later question was asked are dropped. */
  private asked = 0;
  private composing = false;
  private answer: Answer | null = null;
  private timer = 0;

  connectedCallback(): void {
    this.form = this.need('form');
    this.field = this.need('input[name=q]');
    this.list = this.need('[data-results]');
    this.status = this.need('[data-status]');
    this.failure = this.need('[data-error]');
    this.filters = this.need('[data-filters]');

    this.field.addEventListener('focus', () => void this.load().catch(() => undefined));
    this.field.addEventListener('compositionstart', () => { this.composing = true; });
    this.field.addEventListener('compositionend', () => {
      this.composing = false;
      this.typed();
    });
    this.field.addEventListener('input', () => this.typed());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.composing) void this.run('push');
    });
    this.filters.addEventListener('change', () => {
      this.show();
      this.remember('push');
    });
    this.need('[data-retry]').addEventListener('click', () => {
      this.engine = null;
      void this.run('replace');
    });
    this.addEventListener('keydown', (event) => this.move(event));
    window.addEventListener('popstate', () => this.fromAddress());
    this.fromAddress();
  }

  private need<T extends HTMLElement = HTMLElement>(selector: string): T {
    const element = this.querySelector<T>(selector);
    if (!element) throw new Error(`<search-results> needs ${selector} inside it.`);
    return element;
  }

  private load(): Promise<SearchEngine> {
    if (!this.engine) {
      const { engine = '', records = '' } = this.dataset;
      this.engine = SearchEngine.load(new URL(engine, location.href).href, new URL(records, location.href).href);
      this.engine.catch(() => { this.engine = null; });
    }
    return this.engine;
  }

  private typed(): void {
    if (this.composing) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.run('replace'), TYPING_PAUSE);
  }

  private async run(history: 'push' | 'replace' | null): Promise<void> {
    clearTimeout(this.timer);
    const query = this.field.value.trim();
    const mine = ++this.asked;
    if (history) this.remember(history);
    if (query === '') {
      this.answer = null;
      this.state('idle', 0);
      this.show();
      return;
    }
    this.state('searching');
    try {
      const engine = await this.load();
      const answer = await engine.search(query);
      if (mine !== this.asked) return;
      this.answer = answer;
      this.failure.hidden = true;
      this.show();
    } catch (error) {
      if (mine !== this.asked) return;
      console.warn('The search could not be loaded.', error);
      this.answer = null;
      this.list.replaceChildren();
      this.filters.hidden = true;
      this.status.textContent = '';
      this.failure.hidden = false;
      this.state('error', 0);
    }
  }

  private state(state: State, total?: number): void {
    this.setAttribute('data-search-state', state);
    if (total !== undefined) this.setAttribute('data-search-total', String(total));
  }

  private get kind(): string { return this.need<HTMLInputElement>('input[name=kind]:checked').value; }
  private get speechPart(): string { return this.need<HTMLSelectElement>('select[name=part]').value; }

  /** Draws the answer under the filters that are set. */
  private show(): void {
    const answer = this.answer;
    this.filters.hidden = !answer || answer.matches.length === 0;
    if (!answer) {
      this.status.textContent = '';
      this.list.replaceChildren();
      this.state('idle', 0);
      return;
    }
    const inPart = answer.matches.filter(({ record }) => this.speechPart === '' || String(record.part) === this.speechPart);
    this.querySelectorAll<HTMLElement>('[data-count-kind]').forEach((output) => {
      const kind = output.dataset['countKind'];
      output.textContent = String(inPart.filter(({ record }) => kind === '' || record.kind === kind).length);
    });
    const shown = inPart.filter(({ record }) => this.kind === '' || record.kind === this.kind);
    const words = answer.query;
    this.status.textContent = shown.length > 0
      ? `“${words}”有 ${shown.length} 条结果。${answer.unquoted ? '（文中这几个字没有引号，已按不带引号查找。）' : ''}`
      : answer.matches.length > 0 ? '在选定的范围里没有；放宽范围还有结果。' : `没有“${words}”。文中没有这样连在一起的字。`;
    this.list.replaceChildren(...(shown.length > 0 ? this.groups(shown, words) : this.nearest(answer)));
    this.state('done', shown.length);
  }

  private groups(shown: readonly Match[], query: string): HTMLElement[] {
    const exact = shown.filter(({ score }) => score >= 1000);
    const kinds = Object.keys(KINDS) as Kind[];
    // The group of an exact name stands first; else text, tasks, slogans.
    kinds.sort((a, b) => Number(exact.some(({ record }) => record.kind === b)) - Number(exact.some(({ record }) => record.kind === a)));
    return kinds.map((kind) => shown.filter(({ record }) => record.kind === kind)).filter((own) => own.length > 0)
      .map((own) => this.group(own[0]!.record.kind, own, query));
  }

  private group(kind: Kind, matches: readonly Match[], query: string): HTMLElement {
    const section = element('section', { class: 'hits' });
    const list = element('ol', {});
    const more = element('button', { type: 'button', class: 'more' }, '显示更多');
    let until = 0;
    const extend = (): void => {
      list.append(...matches.slice(until, until + STEP).map((match) => hit(match, query)));
      until += STEP;
      more.hidden = until >= matches.length;
    };
    more.addEventListener('click', extend);
    extend();
    section.append(element('h2', {}, `${KINDS[kind]}（${matches.length}）`), list, more);
    return section;
  }

  /** Nothing holds all terms: each term by itself, with its count. */
  private nearest({ counts, matches }: Answer): HTMLElement[] {
    const some = counts.filter(({ records }) => records > 0);
    if (matches.length > 0 || some.length === 0) return [];
    const list = element('ul', {});
    for (const { text, records } of some) {
      const link = element('a', { href: `?q=${encodeURIComponent(text)}` }, text);
      const entry = element('li', {});
      entry.append(link, `：${records} 条`);
      list.append(entry);
    }
    return [element('p', {}, '单独查找，这些词是有的：'), list];
  }

  private remember(history: 'push' | 'replace'): void {
    const state = new URLSearchParams();
    const query = this.field.value.trim();
    if (query) state.set('q', query);
    if (this.kind) state.set('kind', this.kind);
    if (this.speechPart) state.set('part', this.speechPart);
    const address = `${location.pathname}${state.toString() ? `?${state.toString()}` : ''}`;
    if (address === location.pathname + location.search) return;
    window.history[history === 'push' ? 'pushState' : 'replaceState'](null, '', address);
  }

  private fromAddress(): void {
    const state = new URLSearchParams(location.search);
    this.field.value = state.get('q') ?? '';
    this.querySelectorAll<HTMLInputElement>('input[name=kind]').forEach((input) => { input.checked = input.value === (state.get('kind') ?? ''); });
    if (!this.querySelector('input[name=kind]:checked')) this.need<HTMLInputElement>('input[name=kind]').checked = true;
    this.need<HTMLSelectElement>('select[name=part]').value = state.get('part') ?? '';
    if (this.field.value) void this.run(null);
    else if (this.answer) {
      this.asked += 1;
      this.answer = null;
      this.show();
    }
  }

  /** Arrows walk from the field through the hits; Escape returns to the field and then empties it. */
  private move(event: KeyboardEvent): void {
    if (event.isComposing || this.composing) return;
    const links = Array.from(this.querySelectorAll<HTMLElement>('[data-search-hit] > a'));
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown' && (document.activeElement === this.field || at !== -1)) {
      links[Math.min(at + 1, links.length - 1)]?.focus();
    } else if (event.key === 'ArrowUp' && at !== -1) {
      (at === 0 ? this.field : links[at - 1])?.focus();
    } else if (event.key === 'Escape') {
      if (document.activeElement === this.field) {
        this.field.value = '';
        void this.run('replace');
      } else this.field.focus();
    } else return;
    event.preventDefault();
  }
}

/** One result: its name, the words around the first hit, and the other places in the same record. */
function hit({ record, texts, count }: Match, query: string): HTMLElement {
  const item = element('li', { 'data-search-hit': '', 'data-kind': record.kind });
  const lead = record.kind === 'section' ? texts[0]! : texts.find(({ text }) => !text.name) ?? texts[0]!;
  const link = element('a', { href: arrival(record.kind === 'section' ? lead.text.url : record.url, query, record.kind) });
  link.append(element('strong', {}, record.title), record.kind === 'section' && count > 1 ? element('small', {}, `${count} 处`) : '');
  item.append(link);
  const shown = record.kind === 'section' ? texts.slice(0, 3) : [lead];
  for (const text of shown) {
    const line = element('p', {});
    if (record.kind === 'section' && texts.length > 1) {
      line.append(element('a', { class: 'place', href: arrival(text.text.url, query, record.kind) }, text.text.place), ' ');
    }
    for (const piece of excerpt(text)) line.append(piece.hit ? element('mark', {}, piece.text) : piece.text);
    item.append(line);
  }
  if (texts.length > shown.length && record.kind === 'section') item.append(element('p', { class: 'rest' }, `本节另有 ${texts.length - shown.length} 段也有。`));
  return item;
}

/** The address of a passage, with the words to be marked there. */
function arrival(url: string, query: string, kind: Kind): string {
  if (kind !== 'section') return url;
  const [page, anchor] = url.split('#');
  return `${page}?q=${encodeURIComponent(query)}#${anchor}`;
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string>, text?: string): HTMLElementTagNameMap[K] {
  const created = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => created.setAttribute(key, value));
  if (text !== undefined) created.textContent = text;
  return created;
}

customElements.define('search-results', SearchResults);
