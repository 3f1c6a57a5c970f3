/** Arriving from a search (`?q=…#p9`): the words are marked in the text, and the marks can be cleared. */
import { keyed, placesIn } from '../search/key.ts';
import { readQuery } from '../search/query.ts';

const query = new URLSearchParams(location.search).get('q') ?? '';
const terms = readQuery(query);

if (terms.length > 0) {
  const marks: HTMLElement[] = [];
  document.querySelectorAll<HTMLElement>('[data-paragraph]').forEach((paragraph) => {
    const nodes = textNodes(paragraph);
    const whole = keyed(nodes.map((node) => node.data).join(''));
    const places = terms.flatMap(({ key, inner }) => {
      const exact = placesIn(whole, key);
      return exact.length > 0 || inner === null ? exact : placesIn(whole, inner);
    });
    // From the end, so that earlier places keep their offsets.
    places.sort((a, b) => b.start - a.start).forEach(({ start, end }) => marks.push(...wrap(nodes, start, end)));
  });
  if (marks.length > 0) offerClearing(marks);
}

/** The text of a paragraph as nodes, asides left out. */
function textNodes(paragraph: HTMLElement): Text[] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => (node instanceof Element
      ? node.hasAttribute('data-aside') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP
      : NodeFilter.FILTER_ACCEPT),
  });
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Wraps a stretch that may run over several nodes: a mark for each. */
function wrap(nodes: Text[], start: number, end: number): HTMLElement[] {
  const made: HTMLElement[] = [];
  let at = nodes.reduce((sum, node) => sum + node.data.length, 0);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!;
    at -= node.data.length;
    const from = Math.max(start - at, 0);
    const until = Math.min(end - at, node.data.length);
    if (from >= until || node.parentElement?.closest('mark.found')) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, until);
    const mark = document.createElement('mark');
    mark.className = 'found';
    range.surroundContents(mark);
    nodes.splice(i, 1, ...[node, mark.firstChild as Text, mark.nextSibling].filter((part): part is Text => part instanceof Text));
    made.push(mark);
  }
  return made;
}

function offerClearing(marks: readonly HTMLElement[]): void {
  const box = document.createElement('p');
  box.className = 'found-bar';
  box.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '清除标记';
  button.addEventListener('click', () => {
    marks.forEach((mark) => mark.replaceWith(...Array.from(mark.childNodes)));
    document.querySelectorAll('[data-paragraph]').forEach((paragraph) => paragraph.normalize());
    box.remove();
    history.replaceState(null, '', location.pathname + location.hash);
  });
  box.append(`已标出“${query}” ${marks.length} 处 `, button);
  document.body.append(box);
}
