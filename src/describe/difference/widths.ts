/** Widths of columns as parts of the whole, since only these are seen: `[1, 3]` and `[10, 30]` print the same. */
export function widthsText(widths: readonly number[] | undefined): string {
  if (widths === undefined || new Set(widths).size === 1) return '各列一样宽';
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => `${Math.round((width / whole) * 1000) / 10}%`).join('、');
}
