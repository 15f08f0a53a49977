/** Stands in a figure's id for a row's code. */
export const ROW_CODE = '{科目}';

/** Stands in a figure's id for the key of a row's item: a project, a unit, a name. */
export const ROW_ITEM = '{项}';

/** Whether an id names a figure of each row. */
export function namesRows(pattern: string): boolean {
  return pattern.includes(ROW_CODE) || pattern.includes(ROW_ITEM);
}

/** The figure that a pattern names of one row. */
export function ofRow(pattern: string, key: string): string {
  return pattern.replaceAll(ROW_CODE, key).replaceAll(ROW_ITEM, key);
}

/** The pattern without its rows: what the whole is usually called. */
export function withoutRows(pattern: string): string {
  return pattern
    .split('.')
    .filter((step) => step !== ROW_CODE && step !== ROW_ITEM)
    .join('.');
}

const CODE = String.raw`\d{3}(?:\d{2}){0,2}`;
const ITEM = '[^.]+';

/** The keys of the rows of which there is a figure that a pattern names, in the order of the figures; codes ascending. */
export function keysIn(pattern: string, ids: Iterable<string>): readonly string[] {
  const byCode = pattern.includes(ROW_CODE);
  const parts = pattern.split(byCode ? ROW_CODE : ROW_ITEM).map((part) => RegExp.escape(part));
  const form = new RegExp(`^${parts.join(`(${byCode ? CODE : ITEM})`)}$`, 'u');
  const keys = new Set<string>();
  for (const id of ids) {
    const key = form.exec(id)?.[1];
    if (key !== undefined) keys.add(key);
  }
  return byCode ? [...keys].toSorted() : [...keys];
}

/** Codes above which there is no other of them: their rows hold all that stands below. */
export function uppermost(codes: readonly string[]): readonly string[] {
  return codes.filter((code) => !codes.some((other) => other !== code && code.startsWith(other)));
}

/** Codes below which there is no other of them. */
export function lowest(codes: readonly string[]): readonly string[] {
  return codes.filter((code) => !codes.some((other) => other !== code && other.startsWith(code)));
}

/** Whether a code is one of those that are meant, or stands below one of them. */
export function isBelow(code: string, meant: readonly string[]): boolean {
  return meant.some((one) => code.startsWith(one));
}
