import type { Pack } from '../../../pack/pack.ts';
import { printedWording } from '../../../pack/printed-wording.ts';
import type { Place } from '../../../source/place.ts';
import { note, type Diagnostic, type RelatedPlace } from '../../../source/diagnostic.ts';
import { remembered } from '../../../source/remembered.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { corpusOf, placeOfHit } from '../../words/booklet-texts.ts';
import { literalPattern } from '../../words/literal-pattern.ts';

/** What the tables call a thing, and what texts call it besides. */
const TERMS: readonly (readonly [term: string, others: readonly string[]])[] = [
  ['公务用车运行维护费', ['公务用车运行费', '公务用车维护费', '车辆运行维护费']],
  ['公务用车购置及运行维护费', ['公务用车购置及运行费', '公务用车购置和运行维护费', '公务用车购置和运行费']],
  ['机关运行经费', ['机关运行费']],
  ['因公出国（境）费', ['因公出国费', '因公出国(境)费']],
];

/** One thing has one name in a booklet, in its template's words as in the editor's. */
export const mixedTerms: Check = {
  rule: 'mixed-terms',
  numbers: [],
  source: '一事一名：用语与决算表的项目名称一致',
  summary: '同一费用在模板和文字中应只有一种叫法',
  run: (subject) =>
    TERMS.flatMap(([term, others]) =>
      others.flatMap((other) => {
        const places = placesOf(other, subject);
        const [usual] = places.length === 0 ? [] : placesOf(term, subject);
        return usual === undefined ? [] : checkTerm(term, usual, other, places);
      }),
    ),
};

function checkTerm(
  term: string,
  usual: Place,
  other: string,
  places: readonly Place[],
): readonly Diagnostic[] {
  const [first, ...more] = places;
  if (first === undefined) return [];
  const count = places.length === 1 ? '' : ` ${places.length} 处`;
  const message = `“${other}”${count}就是“${term}”，一种费用用了两个名称；如需一致请${first.file.startsWith('templates/') ? '改模板，' : ''}统一为“${term}”`;
  const related: readonly RelatedPlace[] = [
    { message: `“${term}”见这里`, place: usual },
    ...more.map((place) => ({ message: `“${other}”也写在这里`, place })),
  ];
  return [note('mixed-terms', message, first, related)];
}

function placesOf(term: string, subject: CheckSubject): readonly Place[] {
  const corpus = corpusOf(subject);
  const own = corpus.includes(term) ? corpus.hits(literalPattern(term)).map(placeOfHit) : [];
  return [...(subject.pack === undefined ? [] : placesInPack(term, subject.pack)), ...own];
}

/** Most booklets share a pack. */
const placesByTerm = remembered((_: Pack) => new Map<string, readonly Place[]>());

function placesInPack(term: string, pack: Pack): readonly Place[] {
  const known = placesByTerm(pack);
  const found =
    known.get(term) ??
    printedWording(pack).flatMap(({ text, placeAt }) =>
      [...text.matchAll(literalPattern(term))].map(({ index }) => placeAt(index)),
    );
  known.set(term, found);
  return found;
}
