/**
 * Arriving from a search (`?q=…#p9`): the words are marked where the page says them, the first of them in
 * the passage of the address is brought into sight, and the marks can be cleared.
 */
import { keyed, merged, placesIn } from '../search/key.ts';
import { readQuery } from '../search/query.ts';
import { textNodes, unwrapWords, wrapWords } from './words-in-page.ts';

/** What text is read from on pages that have no paragraphs of the speech: blocks that hold no other block. */
const BLOCKS = ['h1', 'p', 'li', 'dd', 'td'];

const query = new URLSearchParams(location.search).get('q') ?? '';

function blocksOf(page: ParentNode): Element[] {
  const paragraphs = Array.from(page.querySelectorAll('[data-paragraph]'));
  if (paragraphs.length > 0) return paragraphs;
  const inner = BLOCKS.join();
  return Array.from(page.querySelectorAll(BLOCKS.map((block) => `main article ${block}`).join())).filter((block) => !block.querySelector(inner));
}

/** Marks the terms in the page. Returns the marks, and how many places they show. */
function markTerms(): { marks: HTMLElement[]; places: number } {
  const blocks = blocksOf(document).map((block) => {
    const nodes = textNodes(block);
    return { nodes, whole: keyed(nodes.map((node) => node.data).join('')) };
  });
  // As the search does: with their quotation marks, or else, where the page has them without, the words alone.
  const keys = readQuery(query).map(({ key, inner }) => (inner === null || blocks.some(({ whole }) => whole.key.includes(key)) ? key : inner));
  let places = 0;
  const marks = blocks.flatMap(({ nodes, whole }) => {
    const stretches = merged(keys.flatMap((key) => placesIn(whole, key)));
    places += stretches.length;
    // From the end, so that earlier places keep their offsets.
    return stretches.reverse().map(({ start, end }) => wrapWords(nodes, start, end, 'found')).reverse().flat();
  });
  return { marks, places };
}

/** Paragraphs are long: the words may stand below the screen that begins with theirs. */
function bringIntoSight(marks: readonly HTMLElement[]): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const passage = target?.closest('[data-paragraph]') ?? target;
  const first = marks.find((mark) => target?.contains(mark)) ?? marks.find((mark) => passage?.contains(mark));
  if (!first) return;
  const { top, bottom } = first.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) first.scrollIntoView({ block: 'center' });
}

function offerClearing(marks: readonly HTMLElement[], places: number): void {
  const box = document.createElement('p');
  box.className = 'found-bar';
  box.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '清除标记';
  button.addEventListener('click', () => {
    unwrapWords(marks);
    box.remove();
    document.querySelector('main')?.focus({ preventScroll: true });
    history.replaceState(history.state, '', location.pathname + location.hash);
  });
  box.append(`已标出“${query}” ${places} 处 `, button);
  document.body.append(box);
}

const { marks, places } = markTerms();
if (places > 0) {
  offerClearing(marks, places);
  // The browser goes to the passage by itself until the page is loaded.
  if (document.readyState === 'complete') bringIntoSight(marks);
  else window.addEventListener('load', () => requestAnimationFrame(() => bringIntoSight(marks)));
}
