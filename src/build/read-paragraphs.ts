/** The lines of the speech as a built page has them. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export interface BuiltParagraph {
  readonly n: number;
  /** Its text without what stands in descendants marked `data-aside`. */
  readonly text: string;
}

/** Every element with `data-paragraph`, in the order of the page. */
export function readParagraphs(html: string): BuiltParagraph[] {
  const found: BuiltParagraph[] = [];
  const visit = (node: Tree.Node): void => {
    const n = attribute(node, 'data-paragraph');
    if (n !== null) found.push({ n: Number(n), text: ownText(node) });
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

function ownText(node: Tree.Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  return node.childNodes.filter((child) => attribute(child, 'data-aside') === null).map(ownText).join('');
}

function attribute(node: Tree.Node, name: string): string | null {
  return 'attrs' in node ? node.attrs.find((attr) => attr.name === name)?.value ?? null : null;
}
