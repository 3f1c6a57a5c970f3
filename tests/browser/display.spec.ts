/** How pages look to those who chose, zoom or press keys: nothing runs off, fades out, jumps or is out of reach. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { PAGE_OF_EACH_KIND } from '../../scripts/pages.ts';

const site = process.env['LUOSHI_SITE'] ?? '';
const kinds = Object.entries(PAGE_OF_EACH_KIND);

async function open(page: Page, name: string, path: string): Promise<void> {
  await page.goto(site + path);
  if (name === 'search') await page.locator('search-results[data-search-state=done]').waitFor();
}

/** What a reader has chosen, as a browser remembers it. */
async function choose(page: Page, choice: Record<string, string>): Promise<void> {
  await page.addInitScript((chosen) => {
    for (const [attribute, value] of Object.entries(chosen)) localStorage.setItem(`luoshi-${attribute}`, value);
  }, choice);
}

/** Elements that stick out sideways, unless something around them scrolls. */
function sidewaysOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= document.documentElement.clientWidth) return [];
    const width = document.documentElement.clientWidth;
    const out = Array.from(document.body.querySelectorAll('*')).filter((element) => {
      if (element.getBoundingClientRect().right <= width + 0.5) return false;
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== 'visible') return false;
      }
      return true;
    });
    return out.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)).concat(out.length === 0 ? ['the page itself'] : []);
  });
}

test.describe('no page scrolls sideways', () => {
  for (const [what, width, text] of [['at 320 px', 320, ''], ['at 200 % zoom', 640, ''], ['in large letters at 390 px', 390, 'large'], ['适老 at 390 px', 390, 'elder'], ['适老 at 1024 px', 1024, 'elder']] as const) {
    test(what, async ({ page }) => {
      await choose(page, text ? { 'data-text': text } : {});
      await page.setViewportSize({ width, height: 800 });
      const wrong: string[] = [];
      for (const [name, path] of kinds) {
        await open(page, name, path);
        wrong.push(...(await sidewaysOf(page)).map((html) => `${name}: ${html}`));
      }
      expect(wrong).toEqual([]);
    });
  }
});

test('contrast is 7:1 in high contrast', async ({ page }) => {
  test.setTimeout(300_000);
  await choose(page, { 'data-scheme': 'contrast' });
  await page.emulateMedia({ colorScheme: 'dark' });
  const wrong: string[] = [];
  for (const [name, path] of kinds) {
    await open(page, name, path);
    const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze();
    wrong.push(...violations.flatMap(({ nodes }) => nodes.slice(0, 3).map(({ html }) => `${name}: ${html}`)));
  }
  expect(wrong).toEqual([]);
});

// How the system's two schemes look is tested on every page (pages.spec.ts): a choice gives the same colours.
for (const [chosen, system] of [['dark', 'light'], ['light', 'dark']] as const) {
  test(`choosing “${chosen}” gives the colours of a ${chosen} system`, async ({ page }) => {
    const tokens = () => page.evaluate(() => ['ground', 'sheet', 'ink', 'ink-soft', 'rule', 'rule-strong', 'red', 'red-soft', 'task', 'task-edge', 'note', 'note-ground', 'found', 'found-ink']
      .map((name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()));
    await page.emulateMedia({ colorScheme: chosen });
    await page.goto(site);
    const wanted = await tokens();
    await page.emulateMedia({ colorScheme: system });
    expect(await tokens()).not.toEqual(wanted);
    await page.evaluate((value) => localStorage.setItem('luoshi-data-scheme', value), chosen);
    await page.reload();
    expect(await tokens()).toEqual(wanted);
  });
}

test('nothing to press is under 44 px in 适老, and no letter under 18 pt', async ({ page }) => {
  test.setTimeout(120_000);
  await choose(page, { 'data-text': 'elder' });
  const wrong: string[] = [];
  for (const [name, path] of kinds) {
    await open(page, name, path);
    wrong.push(...(await page.evaluate(() => {
      const small: string[] = [];
      document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary').forEach((element) => {
        const box = element.closest('label') ?? element;
        const [rect] = Array.from(box.getClientRects());
        if (!rect || (element.tagName !== 'SUMMARY' && element.closest('details:not([open])')) || element.closest('.skip, .hidden') || getComputedStyle(element).visibility === 'hidden') return;
        // Links in a line of text are as wide as their words (WCAG 2.5.5, inline).
        const wide = getComputedStyle(box).display === 'inline' || rect.width >= 43.5;
        if (rect.height < 43.5 || !wide) small.push(`${Math.round(rect.width)}×${Math.round(rect.height)} ${element.outerHTML.slice(0, 90)}`);
      });
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const around = walker.currentNode.parentElement!;
        if (!walker.currentNode.nodeValue?.trim() || around.closest('noscript, script, .hidden, option') || around.getClientRects().length === 0) continue;
        if (parseFloat(getComputedStyle(around).fontSize) < 23.5 && !around.closest('.blank')) small.push(`${getComputedStyle(around).fontSize} ${around.outerHTML.slice(0, 90)}`);
      }
      return small.slice(0, 4);
    })).map((what) => `${name}: ${what}`));
  }
  expect(wrong).toEqual([]);
});

test('every control is reached by keyboard and shows that it is', async ({ page }) => {
  const wrong: string[] = [];
  for (const [name, path] of kinds) {
    await open(page, name, path);
    await page.keyboard.press('Tab');
    wrong.push(...(await page.evaluate(() => {
      const found: string[] = [];
      document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=radio]), select, summary, [tabindex="0"]').forEach((element) => {
        if (element.getClientRects().length === 0 || (element as HTMLInputElement).disabled) return;
        if (element.tagName !== 'SUMMARY' && element.closest('details:not([open])')) return;
        element.focus();
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        if (document.activeElement !== element || element.tabIndex < 0) found.push(`not reached ${element.outerHTML.slice(0, 90)}`);
        else if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) found.push(`not shown ${element.outerHTML.slice(0, 90)}`);
      });
      return found.slice(0, 3);
    })).map((what) => `${name}: ${what}`));
  }
  expect(wrong).toEqual([]);
});

test('nothing moves while a page comes up', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources?: { node?: Node }[] })[]) {
        if (!entry.hadRecentInput && entry.value > 0) seen.push(`${entry.value.toFixed(4)} ${(entry.sources?.map(({ node }) => (node as Element | undefined)?.outerHTML ?? node?.nodeValue ?? '').join(' | ') ?? '').slice(0, 160)}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const wrong: string[] = [];
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [name, path] of kinds) {
      // Results come as they are found: below the field, where nothing stood.
      if (name === 'search') continue;
      await open(page, name, path);
      await page.waitForLoadState('networkidle');
      wrong.push(...(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).map((what) => `${name} ${width}: ${what}`));
    }
  }
  expect(wrong).toEqual([]);
});
