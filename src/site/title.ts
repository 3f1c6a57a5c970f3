/** Where a title may break. */

/**
 * A title in pieces that hold together: words by the dictionary, each with the single characters after it
 * (推进会暨, 会议上的), which belong to it more often than to the next.
 */
export function titleWords(title: string): string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(title)) {
    const last = words.length - 1;
    if (last >= 0 && (segment.length === 1 || (last === 0 && words[0]!.length === 1))) words[last] += segment;
    else words.push(segment);
  }
  return words;
}
