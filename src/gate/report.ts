/** Findings → one message that an editor can act on. */
import { RULES, type Finding, type Path } from '../corpus/finding.ts';
import type { ReadResult } from './read.ts';

/** Many findings have one cause; more than this many hide it. */
const SHOWN = 40;

/** Raised when content does not pass the gate. Its message is the whole report. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly findings: readonly Finding[];
  readonly #lineOf: ReadResult['lineOf'];

  constructor(findings: readonly Finding[], lineOf: ReadResult['lineOf']) {
    super(formatFindings(findings, lineOf, SHOWN));
    this.findings = findings;
    this.#lineOf = lineOf;
  }

  /** The report on the files whose path contains `part`, every finding of them; and how many there are elsewhere. */
  reportOn(part: string): string {
    const own = this.findings.filter(({ file }) => file.includes(part));
    const elsewhere = this.findings.length - own.length;
    return [
      own.length === 0 ? `路径含“${part}”的文件没有发现不符。` : formatFindings(own, this.#lineOf, Infinity),
      ...(elsewhere > 0 ? [`其他文件还有 ${elsewhere} 处不符。`] : []),
    ].join('\n\n');
  }
}

export function formatFindings(findings: readonly Finding[], lineOf: ReadResult['lineOf'], most: number): string {
  const blocks = findings.slice(0, most).map((finding, i) => {
    const line = finding.path.length > 0 ? lineOf(finding.file, finding.path) : null;
    return [
      `${i + 1}. 【${RULES[finding.rule]}】${finding.file}${line === null ? '' : ` 第 ${line} 行`}`,
      ...(finding.path.length > 0 ? [`   字段：${formatPath(finding.path)}`] : []),
      `   现在：${finding.found}`,
      `   应为：${finding.expected}`,
    ].join('\n');
  });
  const more = findings.length > most ? [`……还有 ${findings.length - most} 处`] : [];
  return [`内容有 ${findings.length} 处不符，改正之前不能生成网站（原来的网站没有动）。`, ...blocks, ...more].join('\n\n');
}

/** `['commitments', 2, 'quote']` → `commitments 第 3 项 › quote`. */
export function formatPath(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? ` 第 ${step + 1} 项` : `${i > 0 ? ' › ' : ''}${step}`)).join('');
}
