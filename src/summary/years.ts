/** The years of some booklets, each once, newest first. */
export function yearsOf(booklets: readonly { readonly year: number }[]): readonly number[] {
  return [...new Set(booklets.map(({ year }) => year))].sort((a, b) => b - a);
}
