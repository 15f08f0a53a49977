import { remembered } from '../source/remembered.ts';
import type { Pack } from './pack.ts';
import type { Template } from './template.ts';

/** Every template of a pack: titles and other words, parts, phrases, what states say. */
export const templatesOf = remembered((pack: Pack): readonly Template[] => {
  const { change, budget, reason, none } = pack.phrases;
  return [
    pack.title,
    ...pack.words.values(),
    ...pack.parts.map((part) => part.template),
    ...Object.values(change),
    ...Object.values(budget),
    ...[...pack.states.values()].flatMap((state) => state.change ?? []),
    reason,
    none,
  ];
});

/** The names of all lists that a pack's templates walk. */
export const walkedLists = remembered(
  (pack: Pack): ReadonlySet<string> =>
    new Set(templatesOf(pack).flatMap(({ references }) => [...references.lists])),
);
