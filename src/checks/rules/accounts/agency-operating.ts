import { compareValues } from '../../../figures/value.ts';
import { note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFigure, relatedFigure } from '../../figure-places.ts';
import { excessOf, isPositive } from '../../relations.ts';

/** Agency operating funds are the general operating funds of administrative bodies, not of institutions (R75). */
export const agencyOperating: Check = {
  rule: 'agency-operating',
  numbers: ['R75'],
  source: '机关运行经费：行政单位和参照公务员法管理的事业单位财政拨款基本支出中的公用经费',
  summary: '行政、参公单位的机关运行经费等于公用经费，含下属单位的不大于公用经费；事业单位没有',
  run(subject) {
    const entered = subject.year.accounts.value.entered.one('机关运行经费') !== undefined;
    if (subject.year.unit.kind === '事业单位')
      return entered ? enteredByInstitution(subject) : printedByInstitution(subject);
    return entered ? checkEntered(subject) : checkDefault(subject);
  },
};

function enteredByInstitution({ year }: CheckSubject): readonly Diagnostic[] {
  const message = '单位是事业单位，没有机关运行经费（R75）；请删去“机关运行经费”，文本印公用经费';
  return [warning('agency-operating', message, placeOfKey(year.accounts.document, ['机关运行经费']))];
}

function printedByInstitution({ figures, year }: CheckSubject): readonly Diagnostic[] {
  const operating = figures.get('基本支出.公用经费');
  const place = placeOfFigure(operating, figures);
  if (place === undefined || !isPositive(operating.value)) return [];
  const message = `单位是事业单位，没有机关运行经费（R75）；“机关运行经费支出情况”一节按惯例说明公用经费 ${amountsIn(year.accounts.value.moneyUnit).value(operating.value)}${year.accounts.value.moneyUnit}，无需处理`;
  return [note('agency-operating', message, place)];
}

function checkEntered({ figures, year }: CheckSubject): readonly Diagnostic[] {
  const agency = figures.get('机关运行经费');
  const operating = figures.get('基本支出.公用经费');
  const place = placeOfFigure(agency, figures);
  if (place === undefined) return [];
  const related = relatedFigure('“公用经费”在这里', operating, figures);
  const comparison = compareValues(agency.value, operating.value);
  const { difference } = comparison.kind === 'contradiction' ? comparison : {};
  const alone = year.unit.subordinates.length === 0;
  if (difference === undefined || (!alone && excessOf(agency.value, operating.value) === undefined))
    return [];
  const relation = alone ? '应等于公用经费' : '应不大于公用经费';
  const basis = alone ? '没有下属单位，R75' : '公用经费含下属事业单位的，R75';
  const amounts = amountsIn(year.accounts.value.moneyUnit);
  const message = `“机关运行经费”为 ${amounts.value(agency.value)}，${relation} ${amounts.value(operating.value)}（${basis}），差 ${amounts.difference(difference)}；请核对`;
  return [warning('agency-operating', message, place, related)];
}

function checkDefault({ figures, year }: CheckSubject): readonly Diagnostic[] {
  const operating = figures.get('基本支出.公用经费');
  const place = placeOfFigure(operating, figures);
  if (place === undefined || year.unit.subordinates.length === 0 || !isPositive(operating.value)) return [];
  const message = `没有填“机关运行经费”，按公用经费 ${amountsIn(year.accounts.value.moneyUnit).value(operating.value)} 印出；下属单位中有事业单位的，请另填行政、参公单位的数（R75）`;
  return [note('agency-operating', message, place)];
}
