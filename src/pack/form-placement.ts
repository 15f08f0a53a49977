import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { PackForm, PackPart } from './pack.ts';

/** The forms of a kind are put into a booklet once: their addresses are their own. */
export function formPlacement(parts: readonly PackPart[], forms: readonly PackForm[]): readonly Diagnostic[] {
  const put = parts.flatMap(({ template }) => template.references.forms);
  return forms.flatMap(({ kind: { key } }) => {
    const [, second] = put.filter(({ name }) => name === key);
    if (second === undefined) return [];
    return [error('table-placement', `“${key}”自评表印了两次；请删去一处`, second.place)];
  });
}
