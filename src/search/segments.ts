/** A browser without one takes each text for one word: it only sorts and guesses less well. */
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** The words of a Chinese text, as a dictionary tells them. */
export function segmentsOf(text: string): readonly string[] {
  return segmenter === undefined ? [text] : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Whether a stretch of a text begins and ends where words of it do. */
export function isCutAtWords(text: string, from: number, to: number): boolean {
  if (segmenter === undefined) return true;
  const ends = new Set([text.length]);
  for (const { index } of segmenter.segment(text)) ends.add(index);
  return ends.has(from) && ends.has(to);
}
