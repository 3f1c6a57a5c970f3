/** The verbatim proof, at the gate: the files are the source, character for character, in its order. */
import type { Content } from './content.ts';
import type { Finding } from './finding.ts';
import type { Outline } from './outline.ts';

/** How far two texts agree. */
export interface Difference {
  /** Index of the first differing UTF-16 unit. */
  readonly at: number;
  /** Some characters around it, as each side reads. */
  readonly expected: string;
  readonly found: string;
}

const CONTEXT = 12;

/** The first place where two texts differ, or `null` where they are the same. */
export function firstDifference(expected: string, found: string): Difference | null {
  if (expected === found) return null;
  let at = 0;
  while (expected[at] !== undefined && expected[at] === found[at]) at += 1;
  const from = Math.max(0, at - CONTEXT);
  const around = (text: string): string =>
    (from > 0 ? '…' : '') + text.slice(from, at) + '【' + (text[at] ?? '（完）') + '】' + text.slice(at + 1, at + 1 + CONTEXT);
  return { at, expected: around(expected), found: around(found) };
}

/** The seal, the order of the sections, their headings and their text. */
export function judgeText(content: Content, outline: Outline): Finding[] {
  const { source, speech, sections } = content;
  if (source.sha256 !== speech.data.sha256) {
    return [{
      rule: 'source', file: source.file, path: [],
      found: `文件的 SHA-256 是 ${source.sha256}，与 speech.yaml 封存的 ${speech.data.sha256} 不符`,
      expected: '封存时的原文：撤销对 source.txt 的改动',
    }];
  }
  const findings: Finding[] = [];
  const wanted = outline.stretches.map(({ number }) => number);
  const given = sections.map(({ data }) => data.number);
  if (wanted.join(' ') !== given.join(' ')) {
    const i = wanted.findIndex((number, at) => number !== given[at]);
    const wrong = sections[i === -1 ? wanted.length : i] ?? sections.at(-1);
    return [{
      rule: 'order', file: wrong?.file ?? 'content/speeches', path: ['number'],
      found: i !== -1 && i >= given.length ? `文件到“${given.at(-1)}”就完了` : `按文件名排在第 ${(i === -1 ? wanted.length : i) + 1} 位的节写着“${wrong?.data.number}”`,
      expected: i === -1 ? '原文里没有更多的节' : `按原文次序，这里应是“${wanted[i]}”`,
    }];
  }
  outline.stretches.forEach((stretch, i) => {
    const { file, data } = sections[i]!;
    if (stretch.title !== '' && data.title !== stretch.title) {
      findings.push({ rule: 'heading', file, path: ['title'], found: `“${data.title}”`, expected: `原文的标题“${stretch.title}”` });
    }
    const lines = outline.lines.slice(stretch.first - 1, stretch.last);
    const count = Math.max(lines.length, data.blocks.length);
    for (let k = 0; k < count; k++) {
      const line = lines[k];
      const block = data.blocks[k];
      const difference = firstDifference(line?.text ?? '', block?.text ?? '');
      if (difference) {
        findings.push({
          rule: 'verbatim', file, path: [],
          found: `${block ? `第 ${block.line} 行（原文第 ${line?.n ?? '—'} 段）` : `少了原文第 ${line!.n} 段`}与原文不同，第 ${difference.at + 1} 字起写着：${difference.found}`,
          expected: `原文：${difference.expected}`,
        });
        break;
      }
      if (line!.kind !== block!.kind) {
        findings.push({
          rule: 'heading', file, path: [], found: `第 ${block!.line} 行是${block!.kind === 'heading' ? '标题' : '段落'}`,
          expected: line!.kind === 'heading' ? '各部分的标题，行首写 ## 和一个空格' : '段落，行首没有 #',
        });
      }
    }
  });
  return findings;
}
