/** A booklet's title in the two lines of a cover: whose it is, and what it is. */
export function titleLines(title: string, unitName: string): readonly string[] {
  return title.startsWith(unitName) ? [unitName, title.slice(unitName.length)] : [title];
}
