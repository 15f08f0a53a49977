const LEVELS = ['一级', '二级', '三级'];

/** The key of a name of a level, from 1: 一级指标. */
export function levelKey(level: number): string {
  return `${LEVELS[level - 1] ?? ''}指标`;
}

/** The key of a list of entries of a level: 指标 for the first, 二级 for what stands below it. */
export function levelList(level: number): string {
  return level === 1 ? '指标' : (LEVELS[level - 1] ?? '');
}

/** The keys of the names of so many levels. */
export function levelKeys(levels: number): readonly string[] {
  return LEVELS.slice(0, levels).map((_, index) => levelKey(index + 1));
}
