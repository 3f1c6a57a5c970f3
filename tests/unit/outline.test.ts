import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readItems, readOutline, splitLines } from '../../src/corpus/outline.ts';

const source = readFileSync('content/speeches/2022-industrial-transformation/source.txt', 'utf8');
const outline = readOutline(source);

/** Items of a stretch as `level title`. */
function items(number: string): string[] {
  const stretch = outline.stretches.find((one) => one.number === number)!;
  return readItems(outline.lines.slice(stretch.first - 1, stretch.last), stretch.label).map(({ level, title }) => `${level} ${title}`);
}

describe('the outline of the speech', () => {
  it('has 36 lines in 23 stretches that follow one another without a gap', () => {
    expect(splitLines(source)).toHaveLength(36);
    expect(outline.stretches.map(({ number }) => number).join(' ')).toBe(
      'opening 1 1.1 1.2 1.3 2 2.1 2.2 2.3 2.4 3 3.1 3.2 4 4.1 4.2 4.3 5 5.1 5.2 5.3 5.4 closing');
    outline.stretches.forEach((stretch, i) => expect(stretch.first).toBe((outline.stretches[i - 1]?.last ?? 0) + 1));
    expect(outline.stretches.at(-1)!.last).toBe(36);
  });

  it('takes run-in titles up to the first 。, and 一要 as sections where a part has no （一）', () => {
    const title = (number: string) => outline.stretches.find((one) => one.number === number)!;
    expect(title('1.3')).toMatchObject({ label: '（三）', title: '突出重点', first: 10, last: 14 });
    expect(title('5.2')).toMatchObject({ label: '二要', title: '传导责任压力', first: 33, last: 33 });
    expect(title('2')).toMatchObject({ label: '二、', title: '抓好经济运行，着力保持稳定增长', first: 15, last: 16 });
  });

  it('finds items in the middle of paragraphs, nested as they are said', () => {
    expect(items('1.2')).toEqual([
      '1 一要坚持以“四化协同”为方向',
      '1 二要加快构建“565”现代产业体系',
      '1 三要推动“三产超二产、消费超投资、新兴超传统”',
      '2 首先，当前我市的产业结构正处在由“二三一”迈向“三二一”的拐点上',
      '2 第二，随着经济发展进入新常态',
      '2 第三，新兴产业是未来发展的话语权',
    ]);
    expect(items('2')).toEqual([
      '1 一是工业明显好转', '1 二是投资稳中向优', '1 三是动能加快转换',
      '1 第一，全年预期有差距', '1 第二，项目缺少大个头', '1 第三，调控压力在加大',
      '2 首先，转得快的发展好', '2 其二，逼得紧的实力强', '2 其三，跌得多的在回升',
    ]);
    expect(items('1.3').map((item) => item.slice(0, 8))).toEqual([
      '1 一要加快产业', '1 二要加快实施', '1 三要加快推动', '1 四要加快全面', '2 一是自贸区*', '2 二是大力招商',
    ]);
  });

  it('does not take a section’s own label for an item of itself', () => {
    expect(items('5.1')).toEqual([]);
  });

  it('reads a text without numbering as one opening', () => {
    expect(readOutline('同志们：\n完了。\n').stretches).toMatchObject([{ number: 'opening', first: 1, last: 2 }]);
  });
});
