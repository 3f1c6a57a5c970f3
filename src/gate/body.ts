/**
 * The body of a section's MDX file → its blocks of plain text, as Astro's own Markdown processor
 * reads it. A body holds the words of the speech and nothing else.
 */
import { mdxToMdast, type MdastNode } from 'satteri';
import type { Block } from '../corpus/content.ts';
import type { Finding } from '../corpus/finding.ts';

/**
 * @param body the text below the frontmatter
 * @param file path of the file, for findings
 * @param bodyLine number of the body's first line in its file
 */
export function readBody(body: string, file: string, bodyLine: number): { blocks: Block[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const report = (line: number, found: string): void => {
    findings.push({
      rule: 'verbatim', file, path: [], found: `第 ${line} 行：${found}`,
      expected: '正文只有讲话的原文，段与段之间空一行；原文的 * 写作 \\*，不用其他格式',
    });
  };
  let root: MdastNode;
  try {
    root = mdxToMdast(body, { features: { smartPunctuation: false } });
  } catch (error) {
    const [, line] = /(?:^|\D)(\d+):\d+/.exec(String(error)) ?? [];
    report(bodyLine + (line ? Number(line) - 1 : 0), '正文里有 MDX 的符号（{ } < >），读不懂');
    return { blocks: [], findings };
  }
  const blocks: Block[] = [];
  for (const node of 'children' in root ? root.children : []) {
    const line = bodyLine + (node.position?.start.line ?? 1) - 1;
    if (node.type !== 'paragraph' && node.type !== 'heading') {
      report(line, `不是段落也不是标题（${node.type}）`);
      continue;
    }
    const foreign = node.children.find((child) => child.type !== 'text');
    if (foreign) report(line, `有格式或换行（${foreign.type}）`);
    blocks.push({ kind: node.type, line, text: textOf(node) });
  }
  return { blocks, findings };
}

function textOf(node: MdastNode): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as MdastNode)).join('') : '';
}
