/** The speech's figures as a table. */
import type { Library } from '../corpus/library.ts';
import { FIGURE_ROLES } from '../corpus/vocabulary.ts';
import type { Addresses } from '../site/addresses.ts';
import { words } from '../words.ts';
import { csv } from './csv.ts';
import { figuresJson } from './json.ts';

const HEAD = ['主题', '指标', '限定', '数值', '单位', '原文写法', '时间', '性质', '比较对象', '原文', '出处', '地址'];

/** Where a field does not apply to a figure, unlike where the text is silent. */
const NONE = '—';

/** One row a figure, in the speech's order. The period is 原文未明确 where the text names none. */
export function figuresCsv(library: Library, routes: Addresses, origin: string | null): string {
  const { figures } = figuresJson(library, routes);
  return csv([HEAD, ...library.figures.map((figure, i) => [
    figure.subject, figure.metric, figure.qualifier ?? NONE, String(figure.value), figure.unit === '' ? NONE : figure.unit, figure.text ?? NONE,
    figure.period ?? words.silent, FIGURE_ROLES[figure.role], figure.against ?? NONE,
    figure.quote, library.placeOf(figure.range.line), (origin ?? '') + figures[i]!.url,
  ])]);
}
