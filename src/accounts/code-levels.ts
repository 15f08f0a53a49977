/** Level of a classification code by its length: 3 类 (class), 5 款 (section), 7 项 (item). */
export type CodeLevel = 'class' | 'section' | 'item';

const LEVEL_BY_LENGTH: Readonly<Record<number, CodeLevel>> = { 3: 'class', 5: 'section', 7: 'item' };

/** The level of a functional or economic code; codes of other lengths do not pass the schema. */
export function levelOf(code: string): CodeLevel {
  const level = LEVEL_BY_LENGTH[code.length];
  if (level === undefined) throw new RangeError(`not a classification code: ${code}`);
  return level;
}

/** The code's ancestors, widest first: `2011350` → `201`, `20113`. */
export function ancestorsOf(code: string): readonly string[] {
  return [3, 5].filter((length) => length < code.length).map((length) => code.slice(0, length));
}

/** All codes with their ancestors, ascending, each once: the rows of a table by classification. */
export function withAncestors(codes: Iterable<string>): readonly string[] {
  const all = new Set<string>();
  for (const code of codes) {
    for (const ancestor of ancestorsOf(code)) all.add(ancestor);
    all.add(code);
  }
  return [...all].sort();
}
