/** A form, or all forms of a kind. */
const FORM = /^绩效\.([^.]+)\./;
/** A form is called as its editor called its file; in an address some characters would mean something. */
const UNSAFE = /[^\p{L}\p{N}-]/gu;
const CODE = /^[^.]+\.(\d{3})\d*(?:\.|$)/;

/**
 * The page, below a booklet's list of figures, that explains a figure: one for each 类 of a classification, one for each
 * self-evaluation form and each kind of them, and one for all else. It follows from the id alone, so that a script in a
 * reader's browser knows it as well.
 */
export function originPage(id: string): string {
  const form = FORM.exec(id)?.[1];
  if (form !== undefined) return `form-${form.replaceAll(UNSAFE, codeOf)}`;
  const code = CODE.exec(id)?.[1];
  return code === undefined ? 'general' : `class-${code}`;
}

function codeOf(character: string): string {
  return `_${character.codePointAt(0)?.toString(16) ?? ''}`;
}

/** What a figure says something of: a code, a form, or the first step of its id. */
export function subjectOf(id: string): string {
  return FORM.exec(id)?.[1] ?? /^[^.]+\.(\d{3,})(?:\.|$)/.exec(id)?.[1] ?? id.split('.')[0] ?? id;
}
