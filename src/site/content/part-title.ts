/** A part's title before and after its first space: 第一部分 and 单位概况. */
export function partTitlePieces(title: string): readonly string[] {
  const [number = title, ...name] = title.split(' ');
  return name.length === 0 ? [title] : [`${number} `, name.join(' ')];
}
