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
