import { codeLabel } from '../../../accounts/code-table.ts';
import { Exact, formatFixed } from '../../../accounts/decimal.ts';
import type { LoadedYear } from '../../../accounts/load-year.ts';
import type { FormKind } from '../../../accounts/forms/form-kind.ts';
import type { Figure } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import { compareValues, differenceOf, type Value } from '../../../figures/value.ts';
import { note, warning, type Diagnostic, type RelatedPlace } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFigure } from '../../figure-places.ts';
import {
  coveringForms,
  kindsOf,
  overallForms,
  placeOfSection,
  projectForms,
  type ProjectForm,
} from '../../forms/forms.ts';
import { indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';
import { piecesOf } from '../../words/pieces.ts';

/** How near an expenditure must lie to the missing amount to be named as the likely one. */
const NEAR = new Exact('0.05');

const PROJECT_EXPENDITURE = '支出.项目支出';

/** The project forms together account for the project expenditure. */
export const projectCoverage: Check = {
  rule: 'project-coverage',
  numbers: ['R76', 'R77'],
  source: '项目支出全部纳入绩效自评（财预〔2020〕10号）',
  summary: '项目自评表的执行数之和应等于决算的项目支出',
  // Some regions publish no forms, or elsewhere.
  run: (subject) => kindsOf(coveringForms(subject.year)).flatMap((kind) => checkKind(kind, subject)),
};

function checkKind(kind: FormKind, subject: CheckSubject): readonly Diagnostic[] {
  const { figures, year } = subject;
  const forms = coveringForms(year).filter(({ value }) => value.kind === kind);
  const expected = figures.find(kind.outturn ?? '');
  const covered = figures.find(`绩效.${kind.key}.全年执行数`);
  if (expected?.value.state !== 'known' || covered?.value.state !== 'known') return [];
  const agreement = compareValues(covered.value, expected.value);
  if (agreement.kind === 'equal' || agreement.kind === 'unknown') return [];
  const place = placeOf(subject, covered.id) ?? placeOfMoney(forms);
  const difference = formatFixed(agreement.difference.abs(), 2);
  const sums = `${forms.length} 张${kind.called}全年执行数合计为 ${formatFixed(covered.value.exact, 2)}，应为 ${formatFixed(expected.value.exact, 2)}（决算的${expected.label}），差 ${difference}万元`;
  const related = otherSide(subject, expected);
  if (agreement.kind === 'rounding')
    return [note('project-coverage', `${sums}，在四舍五入允许的范围内（尾差）`, place, related)];
  const advice = adviceFor(subject, expected, differenceOf(expected.value, covered.value));
  const results = agreement.difference.isNegative() ? resultsWithoutForm(year, kind) : [];
  return [warning('project-coverage', `${sums}；${advice}`, place, [...related, ...results])];
}

/** Where the first of some forms tells of its money. */
function placeOfMoney(forms: readonly ProjectForm[]): Place {
  const [first] = forms;
  if (first === undefined) throw new Error('no form of the kind');
  return placeOfSection(first, '资金');
}

function placeOf({ figures }: CheckSubject, id: string): Place | undefined {
  return placeOfFigure(figures.get(id), figures);
}

function otherSide(subject: CheckSubject, { id, label }: Figure): readonly RelatedPlace[] {
  const place = placeOf(subject, id);
  return place === undefined ? [] : [{ message: `决算的${label}在这里`, place }];
}

/** Results that the overall form claims on the strength of special funds, and that no project form speaks of. */
function resultsWithoutForm(year: LoadedYear, kind: FormKind): readonly RelatedPlace[] {
  const told = projectForms(year).map(({ document }) => document.source.text);
  const isTold = (name: string): boolean =>
    wordsOf(name).some((word) => told.some((text) => text.includes(word)));
  return overallForms(year)
    .flatMap((form) => indicatorsOf(form))
    .filter(({ indicator }) => /资金|经费/u.test(indicator.basis ?? '') && !isTold(indicator.name))
    .map((item) => ({
      message: `${item.form.value.kind.called}“${item.indicator.name}”完成值为“${item.indicator.actual}”，依据是“${item.indicator.basis ?? ''}”，没有一张${kind.called}说到它`,
      place: placeOfIndicator(item, '指标名称'),
    }));
}

/** Three characters in a row are a word that says what is meant. */
function wordsOf(name: string): readonly string[] {
  return name.length < 3 ? [name] : piecesOf(name, 3);
}

function adviceFor(subject: CheckSubject, { id, label }: Figure, missing: Value): string {
  if (missing.state !== 'known' || missing.exact.isNegative())
    return `自评表多出的部分请核对是否属于本年${label}`;
  // Only of project expenditure is known what was spent under each code.
  const likely = id === PROJECT_EXPENDITURE ? candidates(subject, missing.exact) : [];
  const hint = likely.length === 0 ? '' : `（“${likely.join('”、“')}”的项目支出与差额相近）`;
  return `请补上没有自评表的项目${hint}，不作自评的在“核对说明”写明原因`;
}

/** Items whose project expenditure is about as large as what has no form. */
function candidates({ year, figures, codes }: CheckSubject, missing: Exact): readonly string[] {
  return year.accounts.value.entered.codesIn('支出').flatMap((code) => {
    const amount = projectExpenditure(figures, code);
    if (amount === undefined || amount.minus(missing).abs().gt(NEAR)) return [];
    return [codeLabel(code, codes.functional)];
  });
}

/** What was spent on projects under a code, as far as it is known. */
function projectExpenditure(figures: Registry, code: string): Exact | undefined {
  const funds = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '非财政拨款'];
  const known = funds.flatMap((fund): readonly Exact[] => {
    const value = figures.find(`支出.${code}.${fund}.项目支出`)?.value;
    return value?.state === 'known' ? [value.exact] : [];
  });
  return known.length === 0 ? undefined : known.reduce((sum, one) => sum.plus(one));
}
