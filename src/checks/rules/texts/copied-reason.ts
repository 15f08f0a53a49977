import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey, type YamlPath } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { groupsOfSameText } from '../../words/same-text.ts';

/** Shorter texts are set phrases: 无, 严格按预算执行. */
const SHORTEST = 8;

/** Two figures with one reason share it by 同; the same words under two names are a copy. */
export const copiedReason: Check = {
  rule: 'copied-reason',
  numbers: ['R64'],
  source: '逐项说明变动原因和开支内容',
  summary: '不同数字的原因、不同费用的开支内容不应照抄',
  run: (subject) => [...copies(subject, '原因'), ...copies(subject, '开支内容')],
};

function copies({ year, figures }: CheckSubject, section: '原因' | '开支内容'): readonly Diagnostic[] {
  const { document, value } = year.narrative;
  const texts: readonly (readonly [name: string, text: string])[] =
    section === '原因'
      ? Object.entries(value.reasons).flatMap(([id, { text }]) =>
          text === undefined ? [] : [[id, text] as const],
        )
      : Object.entries(value.spentOn);
  const written = texts.filter(([, text]) => text.length >= SHORTEST);
  const label = (name: string): string => (section === '原因' ? (figures.find(name)?.label ?? name) : name);
  const path = (name: string): YamlPath => [section, name];
  return groupsOfSameText(written, ([, text]) => text).flatMap(([first, ...others]) =>
    others.map(([name]) => {
      const advice =
        section === '原因' ? `；请写明各自的原因，确属同一原因的写“同: ${first[0]}”` : '；请写明各自的内容';
      const message = `“${label(name)}”的${section}与“${label(first[0])}”一字不差${advice}`;
      const related = [
        { message: `“${label(first[0])}”写在这里`, place: placeOfKey(document, path(first[0])) },
      ];
      return warning('copied-reason', message, placeOfKey(document, path(name)), related);
    }),
  );
}
