import { Exact } from '../../../accounts/decimal.ts';
import { rowId } from '../../../accounts/facts/fact.ts';
import { compareValues, known, percentageOf, sumOf, type Value } from '../../../figures/value.ts';
import type { Figure } from '../../../figures/figure.ts';
import type { FactRelation } from '../../../pack/assemble-facts.ts';
import { ROW_CODE } from '../../../pack/layout-mistakes.ts';
import { error, note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { partPlaces, placeOfFigure } from '../../figure-places.ts';
import { excessOf } from '../../relations.ts';

/** What a pack says that its own facts must keep to (自定数 关系). */
export const declaredRelations: Check = {
  rule: 'declared-relation',
  numbers: [],
  source: '模板包 pack.yaml 的“自定数”：关系的依据和轻重由模板包写明',
  summary: '模板包申明的数应符合模板包写的关系：等于几个数之和、不大于、占比',
  run: (subject) =>
    (subject.pack?.facts.relations ?? []).flatMap((relation) =>
      rowsOf(relation, subject).flatMap((row) => checkRow(row, subject)),
    ),
};

/** A relation of one figure; of a relation code by code there is one for each code. */
interface Row {
  readonly relation: FactRelation;
  readonly id: string;
  readonly others: readonly string[];
  readonly whole: readonly string[];
}

function rowsOf(relation: FactRelation, { year }: CheckSubject): readonly Row[] {
  const { id, others, whole } = relation;
  if (![...others, ...whole].some((one) => one.includes(ROW_CODE))) return [{ relation, id, others, whole }];
  const { entered } = year.accounts.value;
  const fact = entered.book.find(id);
  const value = entered.find(id);
  if (fact === undefined || value?.form !== 'rows') return [];
  return [...value.rows.keys()]
    .filter((key) => /^\d/.test(key))
    .map((code) => {
      const of = (ids: readonly string[]): readonly string[] =>
        ids.map((one) => one.replaceAll(ROW_CODE, code));
      return { relation, id: rowId(fact, code), others: of(others), whole: of(whole) };
    });
}

const REPORT = { error, warning, note } as const;

function checkRow(row: Row, subject: CheckSubject): readonly Diagnostic[] {
  const { figures } = subject;
  const { relation } = row;
  const figure = figures.find(row.id);
  const others = row.others.flatMap((id) => figures.find(id) ?? []);
  const place = figure && placeOfFigure(figure, figures);
  if (figure === undefined || place === undefined) return [];
  const odd = oddUnit(row, figure, others);
  if (odd !== undefined) return [error('bad-fact', odd, relation.place)];
  const problem =
    relation.kind === 'share' ? shareProblem(row, figure, subject) : sumProblem(row, figure, others, subject);
  if (problem === undefined) return [];
  const parts = partPlaces(others, figures, subject.year.accounts.value.moneyUnit);
  return [REPORT[relation.severity]('declared-relation', problem, place, parts)];
}

/** Only what is counted alike can be equal or more. */
function oddUnit({ relation }: Row, { label, unit }: Figure, others: readonly Figure[]): string | undefined {
  if (relation.kind === 'share')
    return unit === '%' ? undefined : `“${label}”的单位是${unit}，写了“占比”的应为 %；请改正单位或关系`;
  const other = others.find((one) => one.unit !== unit);
  return other && `“${label}”的单位是${unit}，“${other.label}”的单位是${other.unit}，不能相比；请改正关系`;
}

function sumProblem(
  { relation }: Row,
  figure: Figure,
  others: readonly Figure[],
  { year }: CheckSubject,
): string | undefined {
  const amounts = amountsIn(year.accounts.value.moneyUnit);
  const show = (value: Value): string => amounts.value(value, figure.unit);
  const sum = sumOf(others.map(({ value }) => value));
  const named = `“${others.map(({ label }) => label).join('”“')}”${others.length > 1 ? '之和' : ''}`;
  const agreement = compareValues(figure.value, sum);
  if (agreement.kind !== 'contradiction') return undefined;
  const stated = `“${figure.label}”为 ${show(figure.value)}`;
  const difference = amounts.difference(agreement.difference, figure.unit);
  if (relation.kind === 'equal')
    return `${stated}，应为 ${show(sum)}（${named}；${relation.source}），差 ${difference}；请核对并改正`;
  if (excessOf(figure.value, sum) === undefined) return undefined;
  return `${stated}，应不大于 ${show(sum)}（${named}；${relation.source}），多 ${difference}；请核对`;
}

/** A share is entered with as many decimals as the booklet prints. */
function shareProblem(row: Row, figure: Figure, { figures }: CheckSubject): string | undefined {
  const valueOf = (ids: readonly string[]): Value =>
    sumOf(ids.flatMap((id) => figures.find(id)?.value ?? []));
  const share = percentageOf(valueOf(row.others), valueOf(row.whole));
  if (figure.value.state !== 'known' || share.state !== 'known') return undefined;
  const decimals = Math.max(2, figure.value.exact.decimalPlaces());
  const entered = known(figure.value.exact, halfStep(figure.value.exact.decimalPlaces()));
  if (compareValues(entered, share).kind !== 'contradiction') return undefined;
  const label = (ids: readonly string[]): string => ids.map((id) => figures.find(id)?.label ?? id).join('”“');
  const expected = share.exact.toDecimalPlaces(decimals).toString();
  return `“${figure.label}”为 ${figure.value.exact.toString()}%，应为 ${expected}%（“${label(row.others)}”占“${label(row.whole)}”；${row.relation.source}）；请核对并改正`;
}

function halfStep(decimals: number): Exact {
  return new Exact(10).pow(-decimals).dividedBy(2);
}
