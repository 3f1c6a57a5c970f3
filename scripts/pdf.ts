/**
 * `npm run pdf [-- --base /zt/zhuanxing/ --site https://www.example.gov.cn]`: the speech, each section and
 * the 任务分解表 as PDF files, printed from the built site by the browser that the tests use. Then the site
 * is built once more, with the files in it and linked (`src/build/pdf-files.ts`).
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { contentHash, PDF_FOLDER, type PdfList } from '../src/build/pdf-files.ts';
import { loadCorpus } from '../src/gate/gate.ts';
import { addressesUnder } from '../src/site/addresses.ts';
import { PAPER_FACES } from '../src/site/paper.ts';
import { getBrowser, LAUNCH_ARGUMENTS } from './browser.ts';
import { startServer } from './server.ts';

const { values } = parseArgs({ options: { base: { type: 'string', default: '/' }, site: { type: 'string' } } });
const base = values.base.replace(/\/*$/, '/');

warnOfMissingFonts();
build();
const { speech, sections } = loadCorpus(process.cwd());
const server = await startServer({ dir: 'dist', port: 0, base });
const origin = new URL(server.address).origin;
const routes = addressesUnder(base);
const files = [
  { file: `${speech.id}.pdf`, page: routes.full(speech.id) },
  ...sections.map(({ slug }) => ({ file: `${speech.id}-${slug}.pdf`, page: routes.section(speech.id, slug) })),
  { file: 'commitments.pdf', page: routes.commitments },
];
rmSync(PDF_FOLDER, { recursive: true, force: true });
mkdirSync(PDF_FOLDER, { recursive: true });

const browser = await chromium.launch({ executablePath: getBrowser().executable, args: LAUNCH_ARGUMENTS });
try {
  const page = await browser.newPage();
  for (const { file, page: address } of files) {
    await page.goto(origin + address, { waitUntil: 'networkidle' });
    // The address on paper is the published one, or the path where that is not known; never this machine's.
    await page.evaluate((published) => {
      document.querySelectorAll('[data-provenance-address]').forEach((element) => { element.textContent = published; });
      document.querySelectorAll('[data-provenance] svg').forEach((code) => code.remove());
    }, values.site ? new URL(address, values.site).href : address);
    await page.pdf({ path: join(PDF_FOLDER, file), preferCSSPageSize: true, tagged: true, outline: true });
  }
} finally {
  await browser.close();
  await server.close();
}
const list: PdfList = { content: contentHash(process.cwd()), base, files: files.map(({ file }) => file) };
writeFileSync(join(PDF_FOLDER, 'index.json'), JSON.stringify(list));
build();
console.log(`${files.length} 个 PDF 文件已放进网站：dist/pdf/`);

function build(): void {
  execFileSync(process.execPath, ['scripts/build.ts', '--base', base, ...(values.site ? ['--site', values.site] : [])], { stdio: 'inherit' });
}

/** The faces of GB/T 9704 are bought, not bundled: say which of them this machine lacks. */
function warnOfMissingFonts(): void {
  let installed: string;
  try {
    installed = execFileSync('fc-list', [':', 'family'], { encoding: 'utf8' });
  } catch {
    console.warn('提醒：无法查询本机字体（没有 fc-list），PDF 的字体请自行核对。');
    return;
  }
  for (const { use, names } of PAPER_FACES) {
    if (!names.some((name) => installed.includes(name))) {
      console.warn(`提醒：本机没有${use}所用的字体（${names.join('、')}），PDF 里用开放字体代替。`);
    }
  }
}
