/** Stands in a form of a citation for the figure's name and value. */
export const CITED_WHAT = '〈名称：数值〉';
/** Stands in a form of a citation for the figure's id, as its address has it. */
export const CITED_ID = '〈编号〉';

/** What Markdown would read as its own within the words of a link, escaped. */
export function inMarkdown(text: string): string {
  return text.replaceAll(/[[\]\\*_`<]/g, String.raw`\$&`);
}

/** What LaTeX would read as a command, escaped. */
export function inBibtex(text: string): string {
  return text.replaceAll(/[%#&$_{}]/g, String.raw`\$&`);
}

/**
 * A form of a citation for one figure.
 *
 * @param form of any figure, as a page has it
 * @param what name and value, escaped for the form
 * @param id as an address has it
 */
export function filledForm(form: string, what: string, id: string): string {
  return form.replaceAll(CITED_WHAT, () => what).replaceAll(CITED_ID, () => id);
}
