import type { BookletDocument } from '../../document/booklet-document.ts';
import { figureUses } from '../origins/figure-uses.ts';

/** Where a booklet's text shows a self-evaluation form. */
export interface FormPlace {
  /** Key of the part. */
  readonly part: string;
  /** Of the element on the part's page. */
  readonly id: string;
}

/**
 * Finds the form in the booklet's text, by a figure that the text prints of it; undefined where it stands elsewhere.
 *
 * @param name of the form's file, without its ending
 */
export function formPlace(name: string, document: BookletDocument): FormPlace | undefined {
  if (!document.forms.some(({ key }) => key === name)) return undefined;
  const id = `form-${name}`;
  for (const [figure, uses] of figureUses(document)) {
    if (!figure.startsWith(`绩效.${name}.`)) continue;
    const use = uses.find((one) => one.id === id || one.id.startsWith(`${id}-`));
    if (use !== undefined) return { part: use.part, id };
  }
  return undefined;
}
