/** A form, or all forms of a kind. */
const FORM = /^绩效\.([^.]+)\./;
/** A form is called as its editor called its file; in an address some characters would mean something. */
const UNSAFE = /[^\p{L}\p{N}-]/gu;
const CODE = /^[^.]+\.(\d{3,})(?:\.|$)/;
/** Digits of a 款; a longer code is a 项. */
const GROUP_DIGITS = 5;

/**
 * The page, below a booklet's list of figures, that a figure's group has: one for each 类 of a classification, one for each
 * self-evaluation form and each kind of them, and one for all else.
 */
export function originGroup(id: string): string {
  const form = FORM.exec(id)?.[1];
  if (form !== undefined) return `form-${form.replaceAll(UNSAFE, codeOf)}`;
  const code = CODE.exec(id)?.[1];
  return code === undefined ? 'general' : `class-${code.slice(0, 3)}`;
}

/**
 * The page that has a figure's card: that of its group, but each 项 has its own, and each first step of other ids, so that
 * no page grows with a body. It follows from the id alone, so that a script in a reader's browser knows it as well.
 */
export function originPage(id: string): string {
  const group = originGroup(id);
  const code = CODE.exec(id)?.[1] ?? '';
  if (group === 'general') return `general-${subjectOf(id).replaceAll(UNSAFE, codeOf)}`;
  return group.startsWith('class-') && code.length > GROUP_DIGITS ? `class-${code}` : group;
}

function codeOf(character: string): string {
  return `_${character.codePointAt(0)?.toString(16) ?? ''}`;
}

/** What a figure says something of: a code, a form, or the first step of its id. */
export function subjectOf(id: string): string {
  return FORM.exec(id)?.[1] ?? CODE.exec(id)?.[1] ?? id.split('.')[0] ?? id;
}
