/** The speech's words as they stand in a page: the text nodes of a paragraph, and marks around a stretch of them. */

/** The text of a paragraph as nodes, asides left out. */
export function textNodes(paragraph: Element): Text[] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => (node instanceof Element
      ? node.hasAttribute('data-aside') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP
      : NodeFilter.FILTER_ACCEPT),
  });
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Wraps a stretch that may run over several nodes: a mark of this class for each. */
export function wrapWords(nodes: Text[], start: number, end: number, className: string): HTMLElement[] {
  const made: HTMLElement[] = [];
  let at = nodes.reduce((sum, node) => sum + node.data.length, 0);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!;
    at -= node.data.length;
    const from = Math.max(start - at, 0);
    const until = Math.min(end - at, node.data.length);
    if (from >= until || node.parentElement?.closest(`mark.${className}`)) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, until);
    const mark = document.createElement('mark');
    mark.className = className;
    range.surroundContents(mark);
    nodes.splice(i, 1, ...[node, mark.firstChild as Text, mark.nextSibling].filter((part): part is Text => part instanceof Text));
    made.push(mark);
  }
  return made.reverse();
}

/** Takes marks away again and leaves the text as it was. */
export function unwrapWords(marks: readonly HTMLElement[]): void {
  for (const mark of marks) {
    const parent = mark.parentNode;
    mark.replaceWith(...Array.from(mark.childNodes));
    parent?.normalize();
  }
}
