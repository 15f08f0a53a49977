import type { Booklet } from '../compile/booklet.ts';

/** A booklet's title in the two lines of a cover: whose it is, and what it is. */
export function titleLines(title: string, { unit }: Pick<Booklet, 'unit'>): readonly string[] {
  return title.startsWith(unit.name) ? [unit.name, title.slice(unit.name.length)] : [title];
}

/** A part's title before and after its first space: 第一部分 and 单位概况. */
export function partTitlePieces(title: string): readonly string[] {
  const [number = title, ...name] = title.split(' ');
  return name.length === 0 ? [title] : [`${number} `, name.join(' ')];
}
