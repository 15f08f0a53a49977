import { remembered } from '../source/remembered.ts';
import type { Pack } from './pack.ts';
import type { Template } from './template.ts';

/** The templates of a pack that stand in none of its parts: titles and other words, phrases, what states say. */
const besidesParts = remembered((pack: Pack): readonly Template[] => {
  const { change, budget, reason, none, own } = pack.phrases;
  return [
    pack.title,
    ...pack.words.values(),
    ...Object.values(change),
    ...Object.values(budget),
    ...[...own.values()].flatMap((phrase) => Object.values(phrase)),
    ...[...pack.states.values()].flatMap((state) => state.change ?? []),
    reason,
    none,
  ];
});

/** Every template of a pack. */
export const templatesOf = remembered((pack: Pack): readonly Template[] => [
  ...besidesParts(pack),
  ...pack.parts.map((part) => part.template),
]);

/** The names of all texts of the booklet that a pack's templates print. */
export const printedTexts = remembered(
  (pack: Pack): ReadonlySet<string> =>
    new Set(templatesOf(pack).flatMap(({ references }) => [...references.texts])),
);

/** The names of all lists that a pack's templates walk. */
export const walkedLists = remembered((pack: Pack) => listsIn(templatesOf(pack)));

/** The names of the lists that are walked outside of the parts. */
export const listsOfWords = remembered((pack: Pack) => listsIn(besidesParts(pack)));

function listsIn(templates: readonly Template[]): ReadonlySet<string> {
  return new Set(templates.flatMap(({ references }) => [...references.lists]));
}
