const FORM = /^绩效\.(?!整体\.|项目\.)([^.]+)\./;
const CODE = /^[^.]+\.(\d{3})\d*(?:\.|$)/;

/**
 * The page, below a booklet's list of figures, that explains a figure: one for each 类 of a classification, one for each
 * self-evaluation form, and one for all else. It follows from the id alone, so that a script in a reader's browser knows
 * it as well.
 */
export function originPage(id: string): string {
  const form = FORM.exec(id)?.[1];
  if (form !== undefined) return `form-${form}`;
  const code = CODE.exec(id)?.[1];
  return code === undefined ? 'general' : `class-${code}`;
}

/** What a figure says something of: a code, a form, or the first step of its id. */
export function subjectOf(id: string): string {
  return FORM.exec(id)?.[1] ?? /^[^.]+\.(\d{3,})(?:\.|$)/.exec(id)?.[1] ?? id.split('.')[0] ?? id;
}
