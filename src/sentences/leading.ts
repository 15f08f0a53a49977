/** The first ones of a row, up to the first that does not go on: all of them where each does. */
export function leading<T>(row: readonly T[], goesOn: (one: T, at: number) => boolean): readonly T[] {
  const end = row.findIndex((one, at) => !goesOn(one, at));
  return end < 0 ? row : row.slice(0, end);
}
