/**
 * Reads `content/` from the disk: files → values of the schemas, with the place of every field.
 *
 * YAML is read with the `yaml` package and not with Astro's: there `2022-02-30` silently becomes
 * the 2nd of March, and a message could not name the line.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import type { Content, Filed } from '../corpus/content.ts';
import type { Finding, Path } from '../corpus/finding.ts';
import { readBody } from './body.ts';
import { sectionSchema, sloganSchema, sloganSlug, speechSchema } from '../corpus/schema.ts';

export interface ReadResult {
  /** `null` when something is so wrong that nothing can be joined. */
  readonly content: Content | null;
  readonly findings: readonly Finding[];
  /** Line of a field in its file, or `null`; for messages. */
  readonly lineOf: (file: string, path: Path) => number | null;
}

/** Reads everything below `root`/content. Throws only what the file system throws. */
export function readContent(root: string): ReadResult {
  const findings: Finding[] = [];
  const documents = new Map<string, { document: Document; lines: LineCounter; offset: number }>();
  const speechesDir = join(root, 'content/speeches');
  const folders = existsSync(speechesDir) ? readdirSync(speechesDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory()).map((entry) => entry.name) : [];
  if (folders.length !== 1) {
    findings.push({
      rule: 'source', file: 'content/speeches', path: [],
      found: folders.length === 0 ? '没有讲话' : `有 ${folders.length} 篇讲话：${folders.join('、')}`,
      expected: '正好一个文件夹，里面是一篇讲话（本版一个网站发布一篇讲话）',
    });
    return { content: null, findings, lineOf: () => null };
  }
  const id = folders[0]!;
  const base = `content/speeches/${id}`;

  /** Parses and validates one YAML text; `offset` is the number of lines of its file above it. */
  function parse<S extends z.ZodType>(schema: S, file: string, text: string, offset: number): z.infer<S> | null {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    documents.set(file, { document, lines, offset });
    const problem = document.errors[0];
    if (problem) {
      const line = lines.linePos(problem.pos[0]).line;
      findings.push({
        rule: 'syntax', file, path: [],
        found: `第 ${line + offset} 行读不懂：${text.split('\n')[line - 1]?.trim() ?? ''}`,
        expected: SYNTAX_ADVICE[problem.code] ?? '缩进用空格，冒号（半角）后空一格；含冒号、井号的文字放进引号',
      });
      return null;
    }
    const alias = aliasIn(document);
    if (alias) {
      findings.push({
        rule: 'syntax', file, path: [],
        found: `第 ${lines.linePos(alias.at).line + offset} 行有没加引号的 *：*${alias.source}`,
        expected: '以 * 开头的文字放进引号，如 "**特色"',
      });
      return null;
    }
    const result = schema.safeParse(document.toJS());
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      findings.push(...describeIssue(issue, document).map((rest): Finding => ({ rule: 'schema', file, ...rest })));
    }
    return null;
  }

  function filed<S extends z.ZodType>(schema: S, file: string): Filed<z.infer<S>> | null {
    const path = join(root, file);
    if (!existsSync(path)) {
      findings.push({ rule: 'source', file, path: [], found: '没有这个文件', expected: `一个名为 ${file} 的文件` });
      return null;
    }
    const data = parse(schema, file, readFileSync(path, 'utf8'), 0);
    return data && { file, data };
  }

  const speech = filed(speechSchema, `${base}/speech.yaml`);

  const sections = filesBelow(join(root, base), '.mdx').map((path) => {
    const file = projectPath(root, path);
    const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
    const { frontmatter, body, bodyLine } = splitFrontmatter(text);
    if (frontmatter === null) {
      findings.push({ rule: 'syntax', file, path: [], ...(
        text.includes('\uFFFD') ? { found: '文件里有读不出的字，多半不是以 UTF-8 保存的', expected: '另存为 UTF-8 编码' }
        : text.startsWith('---\n') ? { found: '标注只有开头的 ---，没有结尾的 ---', expected: '标注写完后单独一行 ---，下面是原文' }
        : { found: '文件开头没有 --- 围起来的标注', expected: '第一行是 ---，接着是 number、title、commitments，再一行 ---，下面是原文' }
      ) });
      return null;
    }
    const data = parse(sectionSchema, file, frontmatter, 1);
    const { blocks, findings: wrong } = readBody(body, file, bodyLine);
    findings.push(...wrong);
    return data && { file, data: { ...data, blocks } };
  });

  const homes = new Map<string, string>();
  const slogans = filesBelow(join(root, 'content/slogans'), '').map((path) => {
    const file = projectPath(root, path);
    const slug = basename(path, '.yaml');
    const refuse = (rule: 'schema' | 'duplicate', found: string, expected: string): null => {
      findings.push({ rule, file, path: [], found, expected });
      return null;
    };
    if (!path.endsWith('.yaml')) return refuse('schema', `文件名是“${basename(path)}”`, '提法的文件名以 .yaml 结尾；其他文件不放在这里');
    if (!sloganSlug.safeParse(slug).success) return refuse('schema', `文件名是“${slug}”`, '不含空格和 / \\ ? # % " 的名字：它是网址的一部分');
    const other = homes.get(slug);
    if (other !== undefined) return refuse('duplicate', `提法“${slug}”已经由 ${other} 定义`, '一个提法一个文件，名字不重复');
    homes.set(slug, file);
    const entry = filed(sloganSchema, file);
    return entry && { ...entry, slug };
  });

  const sourceFile = `${base}/source.txt`;
  const sourcePath = join(root, sourceFile);
  if (!existsSync(sourcePath)) {
    findings.push({ rule: 'source', file: sourceFile, path: [], found: '没有这个文件', expected: '讲话原文，一字不改' });
  }

  const complete = speech && existsSync(sourcePath) && !sections.includes(null) && !slogans.includes(null);
  const bytes = existsSync(sourcePath) ? readFileSync(sourcePath) : Buffer.alloc(0);
  return {
    content: complete ? {
      id,
      source: { file: sourceFile, text: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') },
      speech,
      sections: sections.filter((entry) => entry !== null),
      slogans: slogans.filter((entry) => entry !== null),
    } : null,
    findings,
    lineOf: (file, path) => {
      const known = documents.get(file);
      return known ? lineIn(known.document, known.lines, path, known.offset) : null;
    },
  };
}

/** All files below a folder with an ending, in the order of their paths. */
function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}

function splitFrontmatter(text: string): { frontmatter: string | null; body: string; bodyLine: number } {
  const match = /^---\n([\s\S]*?\n)---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { frontmatter: null, body: text, bodyLine: 1 };
  return { frontmatter: match[1]!, body: text.slice(match[0].length), bodyLine: match[0].split('\n').length };
}

/** A path below the project's root, with the slashes that messages and addresses have. */
function projectPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** What the most frequent slips of the pen need to hear. */
const SYNTAX_ADVICE: Record<string, string> = {
  DUPLICATE_KEY: '同一个字段只写一次',
  TAB_AS_INDENT: '缩进用空格，不用制表符（Tab）',
  MISSING_CHAR: '引号、括号成对；以 “ 开头的文字再套一层英文引号',
  BLOCK_AS_IMPLICIT_KEY: '冒号后空一格；含冒号的文字放进引号',
  BAD_INDENT: '与同级的字段对齐',
};

/** YAML reads an unquoted `*` as a reference; in this text it is a blank. */
function aliasIn(document: Document): { source: string; at: number } | null {
  let found: { source: string; at: number } | null = null;
  visit(document, {
    Alias(_, node) {
      found = { source: node.source, at: node.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return found;
}

const TYPE_NAMES: Record<string, string> = {
  array: '一个列表（每项以 - 开头；没有时写 []）', object: '一组字段，如 { exact: "原话" }', record: '一组字段', string: '一段文字', number: '一个数字',
};

/** A Zod issue in an editor's words. */
function describeIssue(issue: z.core.$ZodIssue, document: Document): { path: Path; found: string; expected: string }[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key], found: `没有“${key}”这个字段`, expected: '改正字段名的拼写，或删去这一行',
    }));
  }
  const value = path.length === 0 ? document.toJS() : document.getIn(path);
  const missing = path.length > 0 && !document.hasIn(path);
  return [{
    path,
    found: missing ? '没有写' : show(value),
    expected: issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')
      ? `${TYPE_NAMES[issue.expected] ?? issue.expected}${missing ? '；原文没有时写 null' : ''}`
      : issue.message,
  }];
}

function show(value: unknown): string {
  if (value === null || value === undefined) return 'null（空）';
  if (value === '') return '空着';
  if (typeof value === 'object') return isMap(value) ? '一组字段' : '一个列表';
  return `“${String(value)}”`;
}

/** Line of the field, or of the nearest thing around it that is there. */
function lineIn(document: Document, lines: LineCounter, path: Path, offset: number): number | null {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const step = path[depth - 1];
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === step) : null;
    const node = (pair?.key ?? document.getIn(path.slice(0, depth), true)) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line + offset;
  }
  return null;
}
