import { suggestion } from '../../../accounts/suggestion.ts';
import { placeOfEntry } from '../../../figures/figure.ts';
import { isZero } from '../../../figures/value.ts';
import { declaredStates, type DeclaredState } from '../../../pack/declared-states.ts';
import { EARLIER_BOOKLETS, LAST_YEAR } from '../../../pack/requirement-schema.ts';
import { error, note, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { contradictedCodes } from '../../new-codes.ts';

/** A state that the unit declares must be one that its pack knows, and the accounts must not contradict it. */
export const declaredState: Check = {
  rule: 'declared-state',
  numbers: [],
  source: '缺少的内容要由单位申明原因；情形由模板包的“情形”规定',
  summary: '申明的情形应是本地区规定的，与账目不矛盾',
  run: (subject) => {
    const { pack, year } = subject;
    if (pack === undefined) return [];
    const names = [...pack.states.keys()];
    const unknown = Object.keys(year.accounts.value.states)
      .filter((name) => !names.includes(name))
      .map((name) => {
        const message = `模板包没有“${name}”这种情形${suggestion(name, names)}；可以写的有：${names.join('、')}`;
        return error('declared-state', message, placeOfKey(year.accounts.document, ['情形', name]));
      });
    return [...unknown, ...declaredStates(pack, year.accounts).flatMap((one) => checkState(one, subject))];
  },
};

function checkState(declared: DeclaredState, subject: CheckSubject): readonly Diagnostic[] {
  const wrong = [
    ...misdeclared(declared),
    ...excluded(declared, subject),
    ...notZero(declared, subject),
    ...contradictedCodes(declared, subject),
  ];
  return wrong.length > 0 ? wrong : [listed(declared)];
}

function misdeclared({ name, state, codes, entry }: DeclaredState): readonly Diagnostic[] {
  if (state.newCodes === codes.length > 0) return [];
  const example = state.newCodes ? `${name}: ["2010302"]` : `${name}: 是`;
  const message = `“${name}”应${state.newCodes ? '列出科目编码' : '写“是”，不列科目'}；请改成“${example}”这样的写法`;
  return [error('declared-state', message, placeOfEntry(entry))];
}

/** What a state rules out and the unit has all the same. */
function excluded({ name, state, entry }: DeclaredState, subject: CheckSubject): readonly Diagnostic[] {
  return state.excludes.flatMap((content) => {
    const file = fileOf(content, subject);
    if (file === undefined) return [];
    const message = `“情形”申明了“${name}”，却有${content}（${file}）；两者矛盾，请改正其一`;
    return [error('declared-state', message, placeOfEntry(entry))];
  });
}

/** The file that has what is ruled out: last year's, an earlier booklet's, or a form's by what its kind is called. */
function fileOf(content: string, { unit, year, comparatives }: CheckSubject): string | undefined {
  if (content === LAST_YEAR) {
    const last = unit.years.find((one) => one.year === year.year - 1);
    return (last?.accounts ?? comparatives)?.document.source.path;
  }
  if (content === EARLIER_BOOKLETS)
    return unit.years.find((one) => one.year < year.year)?.accounts.document.source.path;
  return year.evaluations.find(({ value }) => value.kind.called === content)?.document.source.path;
}

function notZero(
  { name, state, entry }: DeclaredState,
  { figures, year }: CheckSubject,
): readonly Diagnostic[] {
  const amounts = amountsIn(year.accounts.value.moneyUnit);
  return state.zero.flatMap((id) => {
    const figure = figures.find(id);
    if (figure === undefined || isZero(figure.value)) return [];
    const message = `“情形”申明了“${name}”，“${figure.label}”却为 ${amounts.value(figure.value, figure.unit)}；两者矛盾，请改正其一`;
    return [error('declared-state', message, placeOfEntry(entry))];
  });
}

/** What is declared is part of the report: somebody may want to know why something is not there. */
function listed({ name, codes, entry }: DeclaredState): Diagnostic {
  const of = codes.length === 0 ? '' : `：${codes.join('、')}`;
  return note('declared-state', `单位申明了“${name}”${of}，有关的内容按此处理`, placeOfEntry(entry));
}
