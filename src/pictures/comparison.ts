/**
 * The comparisons that the speech states in numbers, laid out as they are said: a bar as long as a number
 * that is given, a gap as long as a difference that is given, an open end where the words give a bound.
 * Nothing is reckoned that the speech does not say; where it gives a difference alone, there is no bar.
 */
import type { Figure } from '../corpus/figure.ts';

/** In percent of the picture's width. */
export interface Bar {
  readonly of: 'own' | 'other';
  readonly width: number;
  /** `below`: the words say not as much (不到); `above`: this or more (以上). */
  readonly end: 'exact' | 'below' | 'above';
}

export interface Comparison {
  readonly metric: string;
  /** Whom or what it is compared with, in the speech's words. */
  readonly against: string;
  /** The figures it rests on, the compared one first. */
  readonly figures: readonly Figure[];
  /** None where the speech gives a difference alone. */
  readonly bars: readonly Bar[];
  /** The stated difference, as a stretch. */
  readonly gap: { readonly from: number; readonly width: number } | null;
}

/** What the longest bar leaves free, for open ends. */
const FULL = 92;

const ABOVE = /高于|超过/;
const BELOW = /低于/;
/** Words of a difference; without them a figure is a number by itself. */
const DIFFERS = /高于|超过|低于|相差/;

/** All comparisons with somebody or something else, in order of the text. Changes over time compare with nobody. */
export function comparisonsIn(figures: readonly Figure[]): Comparison[] {
  return figures.flatMap((figure) => {
    if (figure.role !== 'comparison') return [];
    if (figure.unit === '' && figure.against !== null) return [share(figure)];
    if (DIFFERS.test(figure.qualifier ?? '')) return figure.against === null ? [] : [difference(figure, figures)];
    return besideAnother(figure, figures) ?? [];
  });
}

/** `全国…达到70%以上` beside `我市…不到50%`: one metric, named for the country and for the city. */
function besideAnother(figure: Figure, figures: readonly Figure[]): Comparison | null {
  const named = /^(全国|全省)(.+)$/.exec(figure.metric);
  if (!named) return null;
  const own = figures.find(({ metric, section }) => metric === `我市${named[2]!}` && section === figure.section);
  if (!own || own.unit !== figure.unit) return null;
  const scale = FULL / Math.max(own.value, figure.value);
  return {
    metric: named[2]!, against: named[1]!, figures: [own, figure], gap: null,
    bars: [bar('own', own.value * scale, own), bar('other', figure.value * scale, figure)],
  };
}

/** `不到郑州的一半` */
function share(figure: Figure): Comparison {
  return {
    metric: figure.metric, against: figure.against!, figures: [figure], gap: null,
    bars: [bar('own', figure.value * FULL, figure), { of: 'other', width: FULL, end: 'exact' }],
  };
}

/** `1.74%，低于全国平均水平0.36个百分点` */
function difference(figure: Figure, figures: readonly Figure[]): Comparison {
  const alone: Comparison = { metric: figure.metric, against: figure.against!, figures: [figure], bars: [], gap: null };
  const own = figures.find((other) => other !== figure && other.metric === figure.metric && other.section === figure.section
    && !DIFFERS.test(other.qualifier ?? '') && other.period === figure.period && (other.unit === figure.unit || (other.unit === '%' && figure.unit === '个百分点')));
  const qualifier = figure.qualifier ?? '';
  if (!own || !(ABOVE.test(qualifier) || BELOW.test(qualifier))) return alone;
  const other = ABOVE.test(qualifier) ? own.value - figure.value : own.value + figure.value;
  if (other < 0) return alone;
  const scale = FULL / Math.max(own.value, other);
  return {
    ...alone, figures: [own, figure],
    bars: [bar('own', own.value * scale, own), { of: 'other', width: round(other * scale), end: 'exact' }],
    gap: { from: round(Math.min(own.value, other) * scale), width: round(figure.value * scale) },
  };
}

function bar(of: Bar['of'], width: number, { qualifier }: Figure): Bar {
  const end = /不到|不足/.test(qualifier ?? '') ? 'below' : /以上|超过/.test(qualifier ?? '') ? 'above' : 'exact';
  return { of, width: round(width), end };
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
