import { slipsOf } from '../../../sentences/near-miss/slips.ts';
import { normalised } from '../../../sentences/normal.ts';
import { quantitiesIn as quantitiesOf, type Quantity } from '../../../sentences/quantity.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import type { FormIndicator } from '../../forms/indicators.ts';
import { corpusOf, placeOfText, type BookletText } from '../../words/booklet-texts.ts';
import { contradicted, spokenIndicators, type SpokenIndicator } from '../../words/indicator-names.ts';
import { quantitiesIn } from '../../words/quantities.ts';

/** A number of another year, of a plan or of another body. */
const ELSE =
  /上年|去年|前年|\d{4}年|[一二三四]季度|上半年|下半年|月份|计划|目标|预期|不低于|不少于|以上|全市|全县|某/u;
/** There every number is held against the indicators (narrative-number). */
const RESULTS = '绩效管理';
/** How far before a number such words stand. */
const REACH = 24;

/** What the texts quote of the indicators, where a slip of the hand shows that it is meant. */
export const quotedIndicator: Check = {
  rule: 'quoted-indicator',
  numbers: [],
  source: '绩效自评表：文字与指标完成值一致',
  summary: '文字中与三级指标同名的数，不应与完成值只差一处笔误（数字颠倒、多写或少写一位、小数点移位）',
  run: (subject) => {
    const spoken = subject.year.evaluations.flatMap(spokenIndicators);
    if (spoken.length === 0) return [];
    return corpusOf(subject)
      .texts('narrative')
      .filter(({ path: [section] }) => section !== RESULTS)
      .flatMap((source) => misquotedIn(source, spoken));
  },
};

function misquotedIn(source: BookletText, spoken: readonly SpokenIndicator[]): readonly Diagnostic[] {
  const written = quantitiesOf(normalised(source.text));
  return quantitiesIn(source.text).flatMap((quantity) => {
    const { offset } = quantity;
    if (ELSE.test(source.text.slice(Math.max(offset - REACH, 0), offset))) return [];
    const item = contradicted(quantity, spoken, 'actual');
    const own = written.find(({ from }) => from === offset);
    if (item === undefined || own === undefined || !isSlipOf(own, item)) return [];
    const { name, actual } = item.indicator;
    const message = `“${name}”完成值为“${actual ?? ''}”，文中为“${own.text}”，似为笔误；请核对其一`;
    return [warning('quoted-indicator', message, placeOfText(source, offset))];
  });
}

function isSlipOf(quantity: Quantity, { actual, target }: FormIndicator): boolean {
  if (actual === undefined || quantity.approximation !== undefined) return false;
  const number = actual.number.toNumber();
  const own = Number(quantity.digits.replaceAll(',', ''));
  if (own === number || own === target?.number.toNumber()) return false;
  return slipsOf(quantity, false).some(
    ({ before }) => Number.parseFloat(before.text.replaceAll(',', '')) === number,
  );
}
