/** What input methods write in full width, and what it stands for; each stands for one character, so places stay. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ...[...'０１２３４５６７８９'].map((digit, value) => [digit, String(value)] as const),
  ['．', '.'],
  ['％', '%'],
  ['(', '（'],
  [')', '）'],
  [';', '；'],
  [':', '：'],
  ['－', '-'],
  ['−', '-'],
  ['—', '—'],
  ['\u3000', ' '],
  ['\u00a0', ' '],
]);

const VARIANT = /[０-９．％();:－−\u3000\u00a0]/gu;
/** A comma of either width between digits separates thousands; any other comma separates clauses. */
const COMMA = /(?<!\d),|,(?!\d{3}(?!\d))/gu;

/** A text in one way of writing, of the same length: digits and percent signs in half width, other marks in full width. */
export function normalised(text: string): string {
  return text.replaceAll(VARIANT, (one) => FORMS.get(one) ?? one).replaceAll(COMMA, '，');
}
