/** Tables in Markdown, and numbers as people read them. */
export type Row = readonly string[];

export function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

export const kilobytes = (bytes: number): string => (bytes / 1000).toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
export const milliseconds = (time: number): string => time.toFixed(1);
export const seconds = (time: number): string => time.toFixed(2);
/** Never rounded up to 1: one mistake in ten thousand is a mistake. */
export const share = (value: number): string => (value === 1 ? '1.0000' : (Math.floor(value * 10_000) / 10_000).toFixed(4));
/** Ours, the other's, and the ratio. */
export const beside = (ours: number, other: number, write: (value: number) => string): Row => [write(ours), write(other), other === 0 ? '–' : (ours / other).toFixed(2)];
