/** How a place in the speech is named: `第一部分（三）第2段`. */
import { formatNumeral } from './numeral.ts';

interface Place {
  readonly part: number | null;
  readonly kind: 'opening' | 'lead' | 'section' | 'closing';
  readonly label: string;
}

/** A section's name in citations: `第一部分（三）`, `第五部分一要`, `第二部分`, `开篇`, `结束语`. */
export function nameSection({ part, kind, label }: Place): string {
  if (part === null) return kind === 'opening' ? '开篇' : '结束语';
  return `第${formatNumeral(part)}部分${kind === 'lead' ? '' : label}`;
}

/** A paragraph's name: its section's, and its count within the section (from 1). */
export function nameParagraph(section: Place, count: number): string {
  return `${nameSection(section)}第${count}段`;
}

/** A citation: `“原文”——讲话标题，第一部分（三）第2段`. */
export function cite(words: string, title: string, place: string): string {
  return `“${words}”——${title}，${place}`;
}
