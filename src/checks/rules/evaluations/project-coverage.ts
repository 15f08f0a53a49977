import { codeLabel } from '../../../accounts/code-table.ts';
import { Exact, formatFixed } from '../../../accounts/decimal.ts';
import type { LoadedYear } from '../../../accounts/load.ts';
import type { Registry } from '../../../figures/registry.ts';
import { compareValues, differenceOf, type KnownValue } from '../../../figures/value.ts';
import { note, warning, type RelatedPlace } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFigure } from '../../figure-places.ts';
import { overallForms, placeOfSection, projectForms } from '../../forms/forms.ts';
import { indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';
import { piecesOf } from '../../words/pieces.ts';

/** How near an expenditure must lie to the missing amount to be named as the likely one. */
const NEAR = new Exact('0.05');

/** The project forms together account for the project expenditure. */
export const projectCoverage: Check = {
  rule: 'project-coverage',
  numbers: ['R76', 'R77'],
  source: '项目支出全部纳入绩效自评（财预〔2020〕10号）',
  summary: '项目自评表的执行数之和应等于决算的项目支出',
  run: (subject) => {
    const forms = projectForms(subject.year);
    const [first] = forms;
    // Some regions publish no forms, or elsewhere.
    if (first === undefined) return [];
    const spent = subject.figures.get('支出.项目支出').value;
    const covered = subject.figures.get('绩效.项目.全年执行数').value;
    if (spent.state !== 'known' || covered.state !== 'known') return [];
    const agreement = compareValues(covered, spent);
    if (agreement.kind === 'equal' || agreement.kind === 'unknown') return [];
    const place = placeOf(subject, '绩效.项目.全年执行数') ?? placeOfSection(first, '资金');
    const difference = formatFixed(agreement.difference.abs(), 2);
    const sums = `${forms.length} 张项目自评表全年执行数合计为 ${formatFixed(covered.exact, 2)}，应为 ${formatFixed(spent.exact, 2)}（决算的项目支出），差 ${difference}万元`;
    const related = otherSide(subject);
    if (agreement.kind === 'rounding')
      return [note('project-coverage', `${sums}，在四舍五入允许的范围内（尾差）`, place, related)];
    const advice = adviceFor(subject, spent, covered);
    const results = agreement.difference.isNegative() ? resultsWithoutForm(subject.year) : [];
    return [warning('project-coverage', `${sums}；${advice}`, place, [...related, ...results])];
  },
};

function placeOf({ figures }: CheckSubject, id: string): Place | undefined {
  return placeOfFigure(figures.get(id), figures);
}

function otherSide(subject: CheckSubject): readonly RelatedPlace[] {
  const place = placeOf(subject, '支出.项目支出');
  return place === undefined ? [] : [{ message: '决算的项目支出在这里', place }];
}

/** Results that the overall form claims on the strength of special funds, and that no project form speaks of. */
function resultsWithoutForm(year: LoadedYear): readonly RelatedPlace[] {
  const told = projectForms(year).map(({ document }) => document.source.text);
  const isTold = (name: string): boolean =>
    wordsOf(name).some((word) => told.some((text) => text.includes(word)));
  return overallForms(year)
    .flatMap((form) => indicatorsOf(form))
    .filter(({ indicator }) => /资金|经费/u.test(indicator.basis ?? '') && !isTold(indicator.name))
    .map((item) => ({
      message: `整体自评表“${item.indicator.name}”完成值为“${item.indicator.actual}”，依据是“${item.indicator.basis ?? ''}”，没有一张项目自评表说到它`,
      place: placeOfIndicator(item, '三级指标'),
    }));
}

/** Three characters in a row are a word that says what is meant. */
function wordsOf(name: string): readonly string[] {
  return name.length < 3 ? [name] : piecesOf(name, 3);
}

function adviceFor(subject: CheckSubject, spent: KnownValue, covered: KnownValue): string {
  const missing = differenceOf(spent, covered);
  if (missing.state !== 'known' || missing.exact.isNegative())
    return '自评表多出的部分请核对是否属于本年项目支出';
  const likely = candidates(subject, missing.exact);
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
