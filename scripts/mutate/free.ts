import type { Mutation } from './mutations.ts';

/** Numbers on which nothing else in the booklet depends: where they stand, and why no rule can tell a wrong one. */
const FREE: readonly {
  readonly label: RegExp;
  readonly context: RegExp;
  readonly reason: string;
}[] = [
  {
    label: /^年度总体目标\./,
    context: /目标\d+：/,
    reason: '目标的序号，不是账目的数，没有别处引用',
  },
];

/** Why nothing depends on a value; undefined where something should. */
export function freedomOf({ label, context }: Pick<Mutation, 'label' | 'context'>): string | undefined {
  return FREE.find((entry) => entry.label.test(label) && entry.context.test(context))?.reason;
}
