import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeInText } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { bodyNames, shortName } from '../../words/body-names.ts';
import { corpusOf, type BookletText } from '../../words/booklet-texts.ts';
import { nearNames } from '../../words/near-names.ts';

/** Names of bodies are written as they are; what is nearly a name is a slip. */
export const nearName: Check = {
  rule: 'near-name',
  numbers: [],
  source: '单位名称与公章一致',
  summary: '文字中的单位名称应与登记的名称一字不差',
  run: (subject) => {
    const corpus = corpusOf(subject);
    const names = bodyNames(subject);
    const slips = names.flatMap((name) =>
      // A name's beginning is rare in a booklet; most texts are passed over at once.
      corpus.joined.includes(name.slice(0, 3))
        ? corpus.texts.flatMap((text) => inText(text, name, names))
        : [],
    );
    return [...slips, ...corpus.texts.flatMap((text) => withoutRegion(text, names, subject))];
  },
};

function inText(
  { document, path, text }: BookletText,
  name: string,
  names: readonly string[],
): readonly Diagnostic[] {
  return nearNames(text, name).flatMap(({ written, offset }) => {
    // Two bodies may have names that are near to each other.
    if (names.some((other) => other !== name && text.startsWith(other, offset))) return [];
    const message = `文字中的“${written}”，是否为“${name}”？单位名称应一字不差，请核对；确是另一名称的写进 unit.yaml 的“别名”`;
    return [warning('near-name', message, placeInText(document, path, text, offset))];
  });
}

/** A form's 主管部门 or 实施单位 that lacks the region of a known name. */
function withoutRegion(
  text: BookletText,
  names: readonly string[],
  subject: CheckSubject,
): readonly Diagnostic[] {
  if (text.kind !== 'name' || text.document === subject.unit.unit.document || text.path[0] === '下设处室')
    return [];
  const full = names.find((name) => name !== text.text && shortName(name) === text.text);
  if (full === undefined || names.includes(text.text)) return [];
  const message = `${String(text.path[0])}写作“${text.text}”，应为“${full}”；请写全称`;
  return [warning('near-name', message, placeInText(text.document, text.path, text.text, 0))];
}
