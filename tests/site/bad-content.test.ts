/**
 * Bad content, through the real build: each case is the project with one thing wrong in its content,
 * and the message an editor must get. Nothing may be left behind, and the exit must not be zero.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';

const speech = 'content/speeches/2022-industrial-transformation';
const FOCUS = `${speech}/1-industry/3-focus.mdx`;
const AWARENESS = `${speech}/1-industry/1-awareness.mdx`;
const PLANNING = `${speech}/3-urbanization/1-planning.mdx`;
const REGULATION = `${speech}/2-economy/4-regulation.mdx`;
const STEADY = `${speech}/2-economy/1-steady-progress.mdx`;
const SPEECH = `${speech}/speech.yaml`;
const SLOGAN = 'content/slogans/四双联动.yaml';


/** A project of its own: a copy of this one whose content can be spoilt. */
function project(): string {
  const root = temporaryFolder('bad');
  for (const name of ['src', 'public', 'content', 'astro.config.mjs', 'tsconfig.json', 'package.json']) {
    cpSync(name, join(root, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  return root;
}

function edit(root: string, file: string, from: string | RegExp, to: string | ((found: string) => string)): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const changed = typeof to === 'string' ? text.replace(from, to) : text.replace(from, to);
  if (changed === text) throw new Error(`${file} has no ${String(from)} to spoil.`);
  writeFileSync(path, changed);
}

function build(root: string): Promise<{ status: number | null; output: string }> {
  return new Promise((done) => {
    const child = spawn('node', [resolve('scripts/build.ts'), '--root', root], { cwd: root });
    let output = '';
    child.stdout.on('data', (data: Buffer) => { output += data.toString(); });
    child.stderr.on('data', (data: Buffer) => { output += data.toString(); });
    child.on('close', (status) => done({ status, output }));
  });
}


/** What is spoilt, how, and every piece of the message that must be there. */
const CASES: [string, (root: string) => void, string[]][] = [
  ['an id that is used twice', (root) => edit(root, PLANNING, 'id: T309', 'id: T301'),
    ['【编号重复】', PLANNING, '字段：commitments', '› id', 'T301', '一个没有用过的编号']],
  ['an id that was retired', (root) => edit(root, SPEECH, /retired: \[.*\]/, 'retired: [T309]'),
    ['【编号停用】', PLANNING, 'T309']],
  ['an id that is none', (root) => edit(root, PLANNING, 'id: T309', 'id: 309号'),
    ['【字段不符】', PLANNING, '“309号”', '字母 T 加三位以上数字']],
  ['a quote that is not in the text', (root) => edit(root, PLANNING, /exact: "([^"]*)9月底前全面完成/, 'exact: "$19月底以前全面完成'),
    ['【引文核对】', PLANNING, '› quote', '9月底以前全面完成', '找不到', '最接近的是第 23 段的“', '9月底前全面完成9县（市）']],
  ['a quote that is found twice', (root) => edit(root, FOCUS, /quote: \{ exact: "10月底前[^}]*\}/, 'quote: { exact: "加快" }'),
    ['【引文核对】', FOCUS, '“加快”在第 1.3 节出现', '次', 'prefix、suffix']],
  ['a slogan that no file defines', (root) => edit(root, FOCUS, /(id: T158[\s\S]*?slogans: )\[[^\]]*\]/, '$1[自创园]'),
    ['【未定义】', FOCUS, '› slogans', '没有哪个文件定义提法“自创园”', '自创区']],
  ['a date that is no date', (root) => edit(root, PLANNING, '"2022-09-30"', '2022-09-31'),
    ['【字段不符】', PLANNING, '› deadline › date', '“2022-09-31”', '日历上有的日期，写作 2022-10-31']],
  ['a date that the words do not give', (root) => edit(root, PLANNING, '"2022-09-30"', '"2022-09-29"'),
    ['【时限核对】', PLANNING, '2022-09-29', '2022-09-30']],
  ['a deadline whose words are not in the quote', (root) => edit(root, PLANNING, 'text: "9月底前"', 'text: "10月底前"'),
    ['【用语核对】', PLANNING, '› deadline › text', '“10月底前”不在引文', 'basis']],
  ['a section out of order', (root) => {
    renameSync(join(root, speech, '3-urbanization/1-planning.mdx'), join(root, speech, '3-urbanization/3-planning.mdx'));
  }, ['【章节次序】', '写着“3.2”', '这里应是“3.1”']],
  ['a section that is missing', (root) => rmSync(join(root, PLANNING)),
    ['【章节次序】', '这里应是“3.1”']],
  ['a source that no longer matches its seal', (root) => edit(root, `${speech}/source.txt`, '高标准做好', '高标准作好'),
    ['【原文校验】', `${speech}/source.txt`, 'SHA-256', '24123addee5112dedef4b918fe5c46a3adbde09ace82fa4d9bd0d4472f6db860']],
  ['text that differs from the source', (root) => edit(root, PLANNING, /(\n（一）.*)高标准做好“一中心六组团”空间/, '$1高标准作好“一中心六组团”空间'),
    ['【逐字核对】', PLANNING, '原文第 23 段', '【作】好“一中心', '【做】好“一中心']],
  ['a paragraph that is missing', (root) => edit(root, AWARENESS, /第二，推动转型发展是认真落实[^\n]*\n\n/, ''),
    ['【逐字核对】', AWARENESS, '原文第 7 段', '【二】', '【三】']],
  ['an asterisk that is not escaped', (root) => edit(root, AWARENESS, /\n第二，.*/, (line) => line.replaceAll('\\*', '*')),
    ['【逐字核对】', AWARENESS, '第 ', '有格式或换行（strong）', '原文的 * 写作 \\*']],
  ['a heading that is not the speech’s', (root) => edit(root, PLANNING, 'title: 坚持规划引领', 'title: 规划引领'),
    ['【标题核对】', PLANNING, '字段：title', '原文的标题“坚持规划引领”']],
  ['a field that does not exist', (root) => edit(root, PLANNING, 'units: null', 'unit: null'),
    ['【字段不符】', PLANNING, '没有“unit”这个字段', '› units', '没有写', '原文没有时写 null']],
  ['a kind that is none', (root) => edit(root, PLANNING, 'kind: task', 'kind: 任务'),
    ['【字段不符】', PLANNING, '“任务”', 'task（任务）']],
  ['YAML that cannot be read', (root) => edit(root, PLANNING, 'commitments:', 'commitments: ['),
    ['【文件格式】', PLANNING, '读不懂']],
  ['a blank that is not in quotation marks', (root) => edit(root, PLANNING, /quote: \{ exact: "[^"]*" \}/, 'quote: { exact: **特色 }'),
    ['【文件格式】', PLANNING, '第 ', '没加引号的 *', '以 * 开头的文字放进引号']],
  ['a number that the words do not have', (root) => edit(root, PLANNING, 'value: 9', 'value: 99'),
    ['【用语核对】', PLANNING, '› targets 第 1 项 › value', '99', '“9县（市）”里的数']],
  ['a unit of measure that the words do not have', (root) => edit(root, PLANNING, /unit: "?县（市）"?/, 'unit: 个'),
    ['【用语核对】', PLANNING, '› unit', '“个”']],
  ['a unit that the speech does not name', (root) => edit(root, REGULATION, 'name: 各职能部门', 'name: 市发改委'),
    ['【用语核对】', REGULATION, '› name', '“市发改委”', '“各职能部门”里的称呼']],
  ['a slogan file whose name cannot be an address', (root) => renameSync(join(root, SLOGAN), join(root, 'content/slogans/四双 联动.yaml')),
    ['【字段不符】', 'content/slogans/四双 联动.yaml', '不含空格']],
  ['a slogan file with another ending', (root) => renameSync(join(root, SLOGAN), join(root, 'content/slogans/四双联动.yml')),
    ['【字段不符】', 'content/slogans/四双联动.yml', '以 .yaml 结尾']],
  ['a slogan that two files define', (root) => {
    mkdirSync(join(root, 'content/slogans/更多'));
    cpSync(join(root, SLOGAN), join(root, 'content/slogans/更多/四双联动.yaml'));
  }, ['【编号重复】', '四双联动', '已经由', '一个提法一个文件']],
  ['a comparison with nothing to compare with', (root) => edit(root, AWARENESS, /\n {4}against: 郑州/, ''),
    ['【字段不符】', AWARENESS, '› against', '没有写', '与谁相比']],
  ['a file that is not UTF-8', (root) => writeFileSync(join(root, PLANNING), Buffer.from('b9e6bbaed2fdc1ec', 'hex')),
    ['【文件格式】', PLANNING, 'UTF-8']],
  ['a slogan that the text does not have', (root) => edit(root, SLOGAN, /forms: \[.*\]/, 'forms: [四双连动]'),
    ['【引文核对】', SLOGAN, '四双连动', '一次也没有出现']],
  ['a directive that nobody covers', (root) => edit(root, STEADY, / {2}- id: T205[\s\S]*?(?= {2}- id: |\n(?:figures|setAside|dates|quotations|notes):)/, ''),
    ['【要求覆盖】', STEADY, '第 17 段', '要紧盯全年目标', '既不在任务的引文里', 'setAside']],
  ['a quotation that nobody listed', (root) => edit(root, STEADY, / {2}- \{ text: "?稳"?, as: emphasis \}\n/, ''),
    ['【引号覆盖】', STEADY, '引号里的“稳”没有归类']],
  ['a number that nobody claims', (root) => edit(root, STEADY, / {2}- quote: \{ exact: "[^"]*8\.6%[\s\S]*?role: \w+\n/, ''),
    ['【数字覆盖】', STEADY, '8.6 没有归属']],
];

describe.concurrent('the build stops on', () => {
  it.each(CASES)('%s', async (_, spoil, message) => {
    const root = project();
    spoil(root);
    const { status, output } = await build(root);
    for (const piece of message) expect(output).toContain(piece);
    expect(output).not.toMatch(/\n\s+at /); // No stack: the reader is no programmer.
    expect(status).toBe(1);
    expect(readdirSync(root).filter((name) => /dist|build/.test(name))).toEqual([]);
  });

  it('nothing, when the content is right; and a later failure leaves the good site as it was', async () => {
    const root = project();
    expect(await build(root)).toMatchObject({ status: 0 });
    const before = readFileSync(join(root, 'dist/index.html'), 'utf8');
    edit(root, PLANNING, 'id: T309', 'id: T301');
    expect(await build(root)).toMatchObject({ status: 1 });
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe(before);
    expect(readdirSync(root).filter((name) => /dist|build/.test(name))).toEqual(['dist']);
  });
});
