import { isCodeCell } from '../figures/code-columns.ts';
import type { Figure } from '../figures/figure.ts';
import { canBeNegative, canLackBase } from '../figures/possible-signs.ts';
import { unfit } from '../figures/quotients.ts';
import type { OwnPhrase, Sign } from '../pack/own-phrases.ts';
import type { Reference } from '../pack/template-references.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { wideSignIn } from '../source/wide-signs.ts';
import type { BookletSource } from './booklet-source.ts';

/** What is wrong where a pack names a figure: there is none, or it does not fit what is to be said of it. */
export function checkReference(reference: Reference, source: BookletSource): readonly Diagnostic[] {
  const { id, place, units, parts, phrase } = reference;
  const { figures, pack } = source;
  const figure = figures.find(id);
  const known = phrase === undefined ? undefined : pack.phrases.own.get(phrase);
  const isRow = isCodeCell(id, pack.facts.book);
  if (phrase !== undefined && known !== undefined && (figure !== undefined || isRow))
    return checkPhrase(reference, { name: phrase, says: known, figure }, source);
  if (figure === undefined && parts !== undefined) return checkParts(reference, parts, source);
  if (figure === undefined)
    return [error('unknown-figure', `没有“${id}”这个数字${figures.suggest(id)}${wideSignIn(id)}`, place)];
  if (units === undefined || units.includes(figure.unit)) return [];
  const message = `“${id}”的单位是${figure.unit}，这个助手只印${units.words}；请换一个助手`;
  return [error('wrong-helper', message, place)];
}

/** That one of two figures is missing is told of where it is named. */
function checkParts(
  { place }: Reference,
  [part, whole]: NonNullable<Reference['parts']>,
  { figures }: BookletSource,
): readonly Diagnostic[] {
  const [one, other] = [figures.find(part), figures.find(whole)];
  if (one === undefined || other === undefined) return [];
  return [error('wrong-helper', unfit(part, one.unit, whole, other.unit), place)];
}

/** A phrase must have words for whatever its figure can be in any booklet, and print it in its unit. */
function checkPhrase(
  { id, place }: Reference,
  phrase: { readonly name: string; readonly says: OwnPhrase; readonly figure: Figure | undefined },
  source: BookletSource,
): readonly Diagnostic[] {
  const { name, says, figure } = phrase;
  const lacking = possibleSigns(id, figure, source).filter((sign) => says[sign] === undefined);
  const unfitted = Object.values(says)
    .flatMap(({ references }) => references.fieldUnits)
    .find(({ units }) => figure !== undefined && !units.includes(figure.unit));
  const missing = `“自定措辞”的“${name}”没有写“${lacking.join('”“')}”，“${id}”会这样；请补上，或换一个措辞`;
  const odd = `“${id}”的单位是${figure?.unit ?? ''}，“自定措辞”的“${name}”却只印${unfitted?.units.words ?? ''}；请换一个措辞`;
  return [
    ...(lacking.length === 0 ? [] : [error('incomplete-pack', missing, place)]),
    ...(unfitted === undefined ? [] : [error('wrong-helper', odd, place)]),
  ];
}

function possibleSigns(
  id: string,
  figure: Figure | undefined,
  { figures, pack }: BookletSource,
): readonly Sign[] {
  return [
    '正',
    ...(figure && canBeNegative(figure, figures) ? (['负'] as const) : []),
    '零',
    '未公开',
    ...(figure && canLackBase(figure) ? (['基数为零'] as const) : []),
    ...(isCodeCell(id, pack.facts.book) ? (['无此项'] as const) : []),
  ];
}
