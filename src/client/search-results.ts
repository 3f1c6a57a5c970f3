/**
 * `<search-results>`: results as the reader types. The address holds the state (`q`, `kind`, `part`);
 * nothing is loaded before the reader turns to the field or comes with a query.
 *
 * For scripts: `data-search-state` is `done` only when what is shown answers what is in the field, and
 * `data-search-total` counts the hits of all groups under the filters that are set.
 */
import type { Answer, SearchEngine, Shown, ShownText, TermCount } from '../search/engine.ts';
import type { Piece } from '../search/excerpt.ts';
import { fetchFresh } from '../search/fetch.ts';
import type { Found } from '../search/match.ts';
import { readQuery } from '../search/query.ts';
import { KINDS, type Kind } from '../search/record.ts';
import { runsPagefind } from '../search/runs-pagefind.ts';

type State = 'idle' | 'searching' | 'done' | 'error';

/** What is at hand is shown at once; what has to be fetched, this many a group at a time. */
const STEP = 5;
const TYPING_PAUSE = 120;
/** A search that takes longer says that it is under way. */
const PATIENCE = 600;
/** A section says so much about a query before it refers to its page. */
const TEXTS_OF_SECTION = 3;

/** Who comes with a query sees the page before the search takes the line for itself. */
const painted = new Promise<void>((done) => {
  if (document.hidden) done();
  else requestAnimationFrame(() => setTimeout(done));
});

class SearchResults extends HTMLElement {
  private form!: HTMLFormElement;
  private field!: HTMLInputElement;
  private list!: HTMLElement;
  private status!: HTMLElement;
  private failure!: HTMLElement;
  private filters!: HTMLElement;
  private loading: Promise<SearchEngine> | null = null;
  /** Answers that come after a later question was asked are dropped. */
  private asked = 0;
  private answer: Answer | null = null;
  private composing = false;
  private timer = 0;
  /** True while the newest entry of the history holds a query that is still being typed. */
  private draft = false;

  connectedCallback(): void {
    this.form = this.need('form');
    this.field = this.need('input[name=q]');
    this.list = this.need('[data-results]');
    this.status = this.need('[data-status]');
    this.failure = this.need('[data-error]');
    this.filters = this.need('[data-filters]');

    this.field.addEventListener('focus', () => void this.engine().catch(() => undefined));
    this.field.addEventListener('compositionstart', () => {
      this.composing = true;
      clearTimeout(this.timer);
    });
    this.field.addEventListener('compositionend', () => {
      this.composing = false;
      this.typed();
    });
    this.field.addEventListener('input', () => this.typed());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.composing) void this.run('settled');
    });
    this.filters.addEventListener('change', () => void this.filter());
    this.need('[data-retry]').addEventListener('click', () => {
      this.field.focus();
      void this.run(null);
    });
    this.addEventListener('keydown', (event) => this.move(event));
    window.addEventListener('popstate', () => this.fromAddress());
    window.addEventListener('pagehide', () => { this.draft = false; });
    this.fromAddress();
  }

  /** The answer to a query as the engine gives it, without showing it; `afresh` without what it remembers. For measurements and tests. */
  async ask(query: string, afresh = false): Promise<Answer> {
    const engine = await this.engine();
    if (afresh) engine.forget();
    return engine.search(query);
  }

  private need<T extends HTMLElement = HTMLElement>(selector: string): T {
    const element = this.querySelector<T>(selector);
    if (!element) throw new Error(`<search-results> needs ${selector} inside it.`);
    return element;
  }

  private engine(): Promise<SearchEngine> {
    if (!this.loading) {
      const { pagefind: folder = '', program: file = '', catalogue: address = '' } = this.dataset;
      const catalogue = fetchFresh(address);
      const program = runsPagefind() ? fetchFresh(folder + file) : null;
      for (const asked of [catalogue, program]) asked?.catch(() => undefined); // The engine says so.
      this.loading = import('../search/engine.ts').then(({ SearchEngine: Engine }) => Engine.load({ catalogue, program, folder }));
      this.loading.catch(() => { this.loading = null; });
    }
    return this.loading;
  }

  private typed(): void {
    if (this.composing) return;
    clearTimeout(this.timer);
    document.documentElement.removeAttribute('data-query'); // Who types may see things move.
    // An answer that is under way is not to what stands in the field now.
    this.asked += 1;
    this.setState('searching');
    this.timer = window.setTimeout(() => void this.run('typing'), TYPING_PAUSE);
  }

  /** Searches for what is in the field, and writes it into the address as told. */
  private async run(history: 'typing' | 'settled' | null): Promise<void> {
    clearTimeout(this.timer);
    const mine = ++this.asked;
    const query = this.field.value.trim();
    if (history) this.remember(history);
    if (readQuery(query).length === 0) {
      this.answer = null;
      this.clear('idle');
      if (query !== '') this.status.textContent = '请输入要找的字。'; // Nothing but marks.
      return;
    }
    this.setState('searching');
    setTimeout(() => {
      if (mine === this.asked && this.dataset['searchState'] === 'searching') this.status.textContent = '正在检索……';
    }, PATIENCE);
    try {
      await painted;
      const engine = await this.engine();
      const answer = await engine.search(query);
      if (mine !== this.asked) return;
      this.answer = answer;
      await this.show(engine, answer, mine);
    } catch (error) {
      if (mine === this.asked) this.fail(error);
    }
  }

  private async filter(): Promise<void> {
    this.remember('filter');
    // While a search is under way, it will show its answer under the new filters.
    if (!this.answer || this.dataset['searchState'] !== 'done') return;
    const mine = ++this.asked;
    this.setState('searching');
    try {
      await this.show(await this.engine(), this.answer, mine);
    } catch (error) {
      if (mine === this.asked) this.fail(error);
    }
  }

  private fail(error: unknown): void {
    console.warn('The search failed.', error);
    this.loading = null;
    this.answer = null;
    this.clear('error');
    this.failure.hidden = false;
  }

  private clear(state: State): void {
    this.list.replaceChildren();
    this.filters.hidden = true;
    this.failure.hidden = true;
    this.status.textContent = '';
    this.setState(state, 0);
  }

  private setState(state: State, total?: number): void {
    if (total !== undefined) this.setAttribute('data-search-total', String(total));
    this.setAttribute('data-search-state', state);
  }

  private get wantedKind(): string { return this.need<HTMLInputElement>('input[name=kind]:checked').value; }
  private get wantedPart(): string { return this.need<HTMLSelectElement>('select[name=part]').value; }

  /** Draws an answer under the filters that are set: all at once, when everything that it needs is there. */
  private async show(engine: SearchEngine, answer: Answer, mine: number): Promise<void> {
    const kind = this.wantedKind;
    const part = this.wantedPart;
    const ofKind = ({ entry }: Found, wanted: string): boolean => wanted === '' || entry.kind === wanted;
    const ofPart = ({ entry }: Found, wanted: string): boolean => wanted === '' || entry.parts.includes(Number(wanted));
    const found = answer.found.filter((one) => ofKind(one, kind) && ofPart(one, part));
    const groups = await Promise.all(groupsOf(found).map(async (group) => {
      const first = await showAll(engine, engine.atHand ? group : group.slice(0, STEP), answer.keys);
      return this.group(engine, answer, group, first);
    }));
    const near = answer.found.length > 0 ? [] : await engine.nearest(answer.query);
    if (mine !== this.asked) return;

    this.list.replaceChildren(...(found.length > 0 ? groups : instead(answer, near)));
    this.filters.hidden = answer.found.length === 0;
    this.failure.hidden = true;
    this.querySelectorAll<HTMLElement>('[data-count-kind]').forEach((output) => {
      const own = output.dataset['countKind'] ?? '';
      output.textContent = String(answer.found.filter((one) => ofKind(one, own) && ofPart(one, part)).length);
    });
    this.querySelectorAll<HTMLOptionElement>('select[name=part] option').forEach((option) => {
      const { name = '' } = option.dataset;
      option.textContent = `${name}（${answer.found.filter((one) => ofKind(one, kind) && ofPart(one, option.value)).length}）`;
    });
    this.status.textContent = tell(answer, found.length);
    this.setState('done', found.length);
  }

  private group(engine: SearchEngine, { query, keys }: Answer, group: readonly Found[], first: readonly Shown[]): HTMLElement {
    const section = element('section', { class: 'hits' });
    const list = element('ol', {}, first.map((shown) => hit(shown, query)));
    section.append(element('h2', {}, [`${KINDS[group[0]!.entry.kind]}（${group.length}）`]), list);
    if (first.length < group.length) {
      const more = element('button', { type: 'button', class: 'more' }, ['显示更多']);
      more.addEventListener('click', () => {
        const until = list.children.length;
        more.disabled = true;
        showAll(engine, group.slice(until, until + 2 * STEP), keys).then((next) => {
          list.append(...next.map((shown) => hit(shown, query)));
          list.children[until]?.querySelector('a')?.focus();
          more.hidden = list.children.length >= group.length;
          more.disabled = false;
        }, (error: unknown) => {
          if (section.isConnected) this.fail(error); // Else the reader looks at other results by now.
        });
      });
      section.append(more);
    }
    return section;
  }

  /**
   * The state as an address. What is being typed is one entry of the history, and an entry of its own
   * once it is settled: by Enter, by a filter, or by leaving for a result.
   */
  private remember(how: 'typing' | 'settled' | 'filter'): void {
    const state = new URLSearchParams();
    const query = this.field.value.trim();
    if (query) state.set('q', query);
    if (query && this.wantedKind) state.set('kind', this.wantedKind);
    if (query && this.wantedPart) state.set('part', this.wantedPart);
    const address = `${location.pathname}${state.toString() ? `?${state.toString()}` : ''}`;
    const empty = !new URLSearchParams(location.search).has('q');
    if (address !== location.pathname + location.search) {
      const replace = how !== 'filter' && (this.draft || empty);
      history[replace ? 'replaceState' : 'pushState'](null, '', address);
    }
    this.draft = how === 'typing';
  }

  private fromAddress(): void {
    const state = new URLSearchParams(location.search);
    this.field.value = state.get('q') ?? '';
    const kinds = Array.from(this.querySelectorAll<HTMLInputElement>('input[name=kind]'));
    (kinds.find(({ value }) => value === state.get('kind')) ?? kinds[0]!).checked = true;
    const part = this.need<HTMLSelectElement>('select[name=part]');
    part.value = state.get('part') ?? '';
    if (part.selectedIndex === -1) part.value = '';
    this.draft = false;
    void this.run(null);
  }

  /** Arrows walk from the field through the hits; Escape returns to the field and then empties it. */
  private move(event: KeyboardEvent): void {
    if (event.isComposing || this.composing) return;
    const inField = document.activeElement === this.field;
    const links = Array.from(this.querySelectorAll<HTMLElement>('[data-search-hit] > a'));
    const at = links.findIndex((link) => link.parentElement!.contains(document.activeElement));
    if (event.key === 'ArrowDown' && (inField || at !== -1)) links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && at !== -1) (links[at - 1] ?? this.field).focus();
    else if (event.key === 'Escape' && at !== -1) this.field.focus();
    else if (event.key === 'Escape' && inField && this.field.value !== '') {
      this.field.value = '';
      void this.run('typing');
    } else return;
    event.preventDefault();
  }
}

/** By kind: text, tasks, slogans; but first the kind that has the query for a name. */
function groupsOf(found: readonly Found[]): Found[][] {
  const groups = (Object.keys(KINDS) as Kind[]).map((kind) => found.filter(({ entry }) => entry.kind === kind)).filter(({ length }) => length > 0);
  const named = (group: readonly Found[]): number => Number(group.some(({ exact }) => exact));
  return groups.map((group, i) => ({ group, i })).sort((a, b) => named(b.group) - named(a.group) || a.i - b.i).map(({ group }) => group);
}

function showAll(engine: SearchEngine, found: readonly Found[], keys: readonly string[]): Promise<Shown[]> {
  return Promise.all(found.map((one) => engine.show(one, keys)));
}

/** What the live region says. */
function tell({ query, keys, found, unquoted }: Answer, shown: number): string {
  const marks = unquoted ? '文中这几个字没有引号，已按不带引号查找。' : '';
  if (shown > 0) return `“${query}”有 ${shown} 条结果。${marks}`;
  if (found.length > 0) return `选定的范围里没有“${query}”，不限范围有 ${found.length} 条。`;
  return keys.length > 1 ? `没有哪一条同时有“${query}”这几个词。` : `没有“${query}”：文中没有这样连在一起的字。`;
}

/** Where there is nothing to show: the same query without filters; or what does occur, each with its count. */
function instead({ query, found }: Answer, near: readonly TermCount[]): HTMLElement[] {
  const to = (words: string): string => `?q=${encodeURIComponent(words)}`;
  if (found.length > 0) return [element('p', {}, [element('a', { href: to(query) }, [`不限范围，显示全部 ${found.length} 条`])])];
  if (near.length === 0) return [];
  return [
    element('p', {}, ['分开查找，文中有：']),
    element('ul', { class: 'nearest' }, near.map(({ text, records }) => element('li', {}, [element('a', { href: to(text) }, [text]), `：${records} 条`]))),
  ];
}

/** One result: what it stands under, its name, and the words around the query. */
function hit({ found: { entry, count }, card, title, names, texts }: Shown, query: string): HTMLElement {
  const isSection = entry.kind === 'section';
  // The text that holds most of the terms; a record found by its name shows how its text begins.
  const best = texts.reduce<ShownText | null>((a, b) => (a && a.terms >= b.terms ? a : b), null);
  const shown = texts.filter((text, i) => text === best || (isSection && i < TEXTS_OF_SECTION));
  return element('li', { 'data-search-hit': '', 'data-kind': entry.kind }, [
    element('a', { href: arrival(isSection && best ? best.text.url : card.url, query) }, [
      element('strong', {}, isSection ? [card.title] : pieces(title)),
      ...(isSection && count > 1 ? [element('small', {}, [`${count} 处`])] : []),
    ]),
    ...(card.path ? [element('p', { class: 'path' }, [card.path])] : []),
    ...names.map((name) => element('p', { class: 'path' }, ['写法：', ...pieces(name)])),
    ...shown.map((one) => element('p', {}, [
      ...(one.text.place ? [element('a', { class: 'place', href: arrival(one.text.url, query) }, [one.text.place]), ' '] : []),
      ...pieces(one.pieces),
    ])),
    ...(isSection && texts.length > shown.length ? [element('p', { class: 'path' }, [`本节另有 ${texts.length - shown.length} 段也有。`])] : []),
  ]);
}

function pieces(parts: readonly Piece[]): (HTMLElement | string)[] {
  return parts.map(({ text, hit: isHit }) => (isHit ? element('mark', {}, [text]) : text));
}

/** The address of a passage, with the words to be marked there. */
function arrival(url: string, query: string): string {
  const [page, anchor] = url.split('#');
  return `${page}?q=${encodeURIComponent(query)}${anchor === undefined ? '' : `#${anchor}`}`;
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string>, children: readonly (Node | string)[] = []): HTMLElementTagNameMap[K] {
  const created = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => created.setAttribute(key, value));
  created.append(...children);
  return created;
}

customElements.define('search-results', SearchResults);
