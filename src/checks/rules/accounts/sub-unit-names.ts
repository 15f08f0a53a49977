import { suggestion } from '../../../accounts/suggestion.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';

/** What the body itself is called beside its subordinate units. */
const OWN: readonly string[] = ['本级', '机关本级'];

/** What is entered unit by unit is entered by the names of `unit.yaml`. */
export const subUnitNames: Check = {
  rule: 'sub-unit-names',
  numbers: [],
  source: '纳入部门决算编报范围的单位，以 unit.yaml 的“下属单位”为准',
  summary: '按单位填的数，单位名称应是本单位、“本级”或登记的下属单位',
  run: (subject) => {
    const { book } = subject.year.accounts.value.entered;
    return book.facts.filter(({ keys }) => keys === '单位').flatMap((fact) => checkFact(fact.id, subject));
  },
};

function checkFact(id: string, { year }: CheckSubject): readonly Diagnostic[] {
  const { document, value } = year.accounts;
  const entered = value.entered.find(id);
  if (entered?.form !== 'rows') return [];
  const known = [year.unit.name, ...OWN, ...year.unit.subordinates];
  return [...entered.rows].flatMap(([name, { path }]) => {
    if (known.includes(name)) return [];
    const message = `“${name}”不是本单位，也不在 unit.yaml 的“下属单位”中${suggestion(name, known)}`;
    return [error('sub-unit-names', message, placeOfKey(document, path))];
  });
}
