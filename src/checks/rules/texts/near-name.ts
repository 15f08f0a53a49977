import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { bodyNames, namesOfOtherYears, shortName } from '../../words/body-names.ts';
import {
  corpusOf,
  placeOfHit,
  placeOfText,
  type BookletText,
  type TextHit,
} from '../../words/booklet-texts.ts';
import { beginningOf, nearNameAt } from '../../words/near-names.ts';

/** Names of bodies are written as they are; what is nearly a name is a slip. */
export const nearName: Check = {
  rule: 'near-name',
  numbers: [],
  source: '单位名称与公章一致',
  summary: '文字中的单位名称应与登记的名称一字不差',
  run: (subject) => {
    const corpus = corpusOf(subject);
    const names = bodyNames(subject);
    // Names of other years are no slips of the pen: another rule tells of them.
    const known = [...names, ...namesOfOtherYears(subject)];
    const slips = names.flatMap((name) => {
      const beginning = beginningOf(name);
      return beginning === undefined
        ? []
        : corpus.hits(beginning).flatMap((hit) => checkHit(hit, name, known));
    });
    const inForms = corpus.texts('name').filter(({ key }) => key !== undefined);
    return [...slips, ...inForms.flatMap((text) => withoutRegion(text, names))];
  },
};

function checkHit(hit: TextHit, name: string, names: readonly string[]): readonly Diagnostic[] {
  const { source, offset } = hit;
  const written = nearNameAt(source.text, offset, name);
  // Two bodies may have names that are near to each other.
  if (written === undefined || names.some((other) => source.text.startsWith(other, offset))) return [];
  const message = `文字中的“${written}”，是否为“${name}”？单位名称应一字不差，请核对；确是另一名称的写进 unit.yaml 的“别名”`;
  return [warning('near-name', message, placeOfHit(hit))];
}

/** A form's 主管部门 or 实施单位 that lacks the region of a known name. */
function withoutRegion(text: BookletText, names: readonly string[]): readonly Diagnostic[] {
  if (names.includes(text.text)) return [];
  const full = names.find((name) => shortName(name) === text.text);
  if (full === undefined) return [];
  const message = `${text.key ?? ''}写作“${text.text}”，应为“${full}”；请写全称`;
  return [warning('near-name', message, placeOfText(text, 0))];
}
