import { pathInYear, valuesOfOtherYears } from '../../../accounts/unit-in-year.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { bodyNames, namesOfOtherYears, shortName } from '../../words/body-names.ts';
import { clauseOf } from '../../words/around-hit.ts';
import { corpusOf, placeOfHit, type TextHit } from '../../words/booklet-texts.ts';
import { literalPattern } from '../../words/literal-pattern.ts';

/** Below this, a short name is a common word. */
const SHORTEST = 5;

/** A clause that tells of the change itself names both. */
const TELLS_OF_CHANGE =
  /原名?|前身|更名|改名|改称|变更|划[出转入归]|撤销|合并|整合|组建|新设|成立|不再|曾|改革/u;

/** A renamed body is called by the name of the booklet's year. */
export const nameOfAnotherYear: Check = {
  rule: 'name-of-another-year',
  numbers: [],
  source: '单位名称与公章一致；更名以后的决算用新名称，以前的决算用当年的名称',
  summary: '文字中不应用单位、主管部门、下属单位其他年度的名称',
  run: (subject) =>
    namesOfOtherYears(subject).flatMap((name) => {
      const hits = hitsOf(name, subject);
      const [first] = hits;
      return first === undefined ? [] : [report(name, first, hits.length, subject)];
    }),
};

function hitsOf(name: string, subject: CheckSubject): readonly TextHit[] {
  const short = shortName(name);
  const names = bodyNames(subject);
  const wanted = short.length >= SHORTEST && !names.some((one) => one.includes(short)) ? short : name;
  // The same words may be the beginning of a name that is right.
  const longer = names.filter((one) => one.includes(wanted));
  return corpusOf(subject)
    .hits(literalPattern(wanted))
    .filter(({ source }) => source.document !== subject.unit.unit.document)
    .filter((hit) => !TELLS_OF_CHANGE.test(clauseOf(hit)) && !longer.some((one) => stands(one, wanted, hit)));
}

/** Whether the words are a part of a longer name there. */
function stands(name: string, part: string, { source, offset }: TextHit): boolean {
  return source.text.startsWith(name, offset - name.indexOf(part));
}

function report(name: string, hit: TextHit, count: number, { unit, year }: CheckSubject): Diagnostic {
  const { document, value } = unit.unit;
  const ofUnit = valuesOfOtherYears(value.name, year.year).includes(name);
  const now = ofUnit ? `${year.year} 年度的单位名称是“${year.unit.name}”` : `${year.year} 年度没有这个单位`;
  const message = `文字中称“${hit.match[0]}”${count} 处，“${name}”是其他年度的名称，${now}；请改正，确需照用的写进 unit.yaml 的“别名”`;
  const related = [
    {
      message: ofUnit ? '本年度的名称填在这里' : '各年度的名称填在这里',
      place: placeOfValue(document, ofUnit ? pathInYear(value, 'name', year.year) : []),
    },
  ];
  return warning('name-of-another-year', message, placeOfHit(hit), related);
}
