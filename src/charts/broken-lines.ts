/** A text in lines of so many letters: a picture breaks none by itself. */
export function brokenLines(text: string, letters: number): readonly string[] {
  return text.match(new RegExp(`.{1,${letters}}`, 'gu')) ?? [];
}
