import type { FormKind } from './form-kind.ts';

/**
 * A name for a file of a kind of forms: `overall.yaml` for the first kind of which there is one, `project-2.yaml` for the
 * first of which each project has one, the kind's own name with a number for others, since no two kinds share a file.
 *
 * @param kinds all kinds of the pack, in its order
 * @param number of which form of the kind, from 1
 */
export function formFileName(
  kind: FormKind,
  kinds: readonly { readonly kind: FormKind }[],
  number: number,
): string {
  const first = kinds.find((one) => one.kind.count === kind.count)?.kind.key === kind.key;
  if (first && kind.count === 'one') return 'overall.yaml';
  return `${first && kind.count === 'per-project' ? 'project' : kind.key}-${number}.yaml`;
}
