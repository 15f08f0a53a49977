import { halfStep } from '../../../accounts/decimal.ts';
import type { Figure } from '../../../figures/figure.ts';
import { keysIn, lowest, namesRows, ofRow, ROW_CODE, uppermost } from '../../../figures/row-patterns.ts';
import { compareValues, known, percentageOf, sumOf, type Value } from '../../../figures/value.ts';
import type { FactRelation } from '../../../pack/relations.ts';
import { error, note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { partPlaces, placeOfFirst } from '../../figure-places.ts';
import { excessOf } from '../../relations.ts';

/** What a pack says that figures must keep to (自定数 关系, 关系), and that its sums add like to like (自定合计). */
export const declaredRelations: Check = {
  rule: 'declared-relation',
  numbers: [],
  source: '模板包 pack.yaml 的“关系”和“自定数”：关系的依据和轻重由模板包写明',
  summary: '各数应符合本地区规定的关系：等于几个数之和、不大于、占比',
  run: (subject) => [
    ...(subject.pack?.facts.sums ?? []).flatMap((sum) => oddSum(sum, subject)),
    ...(subject.pack?.facts.relations ?? []).flatMap((relation) =>
      rowsOf(relation, subject).flatMap((row) => checkRow(row, subject)),
    ),
  ],
};

/** A relation of one figure; of a relation row by row there is one for each row. */
interface Row {
  readonly relation: FactRelation;
  readonly id: string;
  readonly others: readonly string[];
  readonly whole: readonly string[];
}

function rowsOf(relation: FactRelation, subject: CheckSubject): readonly Row[] {
  const { id, others, whole } = relation;
  if (!namesRows(id)) {
    const all = (ids: readonly string[]): readonly string[] => ids.flatMap((one) => allRows(one, subject));
    return [{ relation, id, others: all(others), whole: all(whole) }];
  }
  return keysOf(id, subject).map((key) => {
    const of = (ids: readonly string[]): readonly string[] => ids.map((one) => ofRow(one, key));
    return { relation, id: ofRow(id, key), others: of(others), whole: of(whole) };
  });
}

/** The rows that are checked: those that were entered, of others the codes that hold no further ones. */
function keysOf(pattern: string, { figures, year }: CheckSubject): readonly string[] {
  const keys = keysIn(pattern, figures.ids());
  const { entered } = year.accounts.value;
  const fact = keys[0] === undefined ? undefined : entered.book.placeOf(ofRow(pattern, keys[0]))?.fact;
  const value = fact && entered.find(fact.id);
  if (value?.form === 'rows') return keys.filter((key) => value.rows.has(key));
  return pattern.includes(ROW_CODE) ? lowest(keys) : keys;
}

function allRows(pattern: string, { figures }: CheckSubject): readonly string[] {
  if (!namesRows(pattern)) return [pattern];
  const keys = keysIn(pattern, figures.ids());
  return (pattern.includes(ROW_CODE) ? uppermost(keys) : keys).map((key) => ofRow(pattern, key));
}

const REPORT = { error, warning, note } as const;

function checkRow(row: Row, subject: CheckSubject): readonly Diagnostic[] {
  const { figures, year } = subject;
  const { relation } = row;
  const figure = figures.find(row.id);
  if (figure === undefined) return [];
  const others = row.others.flatMap((id) => figures.find(id) ?? []);
  const odd = oddUnit(row, figure, others);
  if (odd !== undefined) return [error('bad-fact', odd, relation.place)];
  const problem =
    relation.kind === 'share' ? shareProblem(row, figure, subject) : sumProblem(row, figure, others, subject);
  if (problem === undefined) return [];
  const place =
    placeOfFirst(figures, row.id, ...row.others, ...row.whole) ??
    placeOfKey(year.accounts.document, ['年度']);
  const parts = partPlaces(others, figures, year.accounts.value.moneyUnit);
  return [REPORT[relation.severity]('declared-relation', problem, place, parts)];
}

/** Only what is counted alike can be added. */
function oddSum(
  { ids, place }: { readonly ids: readonly string[]; readonly place: Diagnostic['place'] },
  subject: CheckSubject,
): readonly Diagnostic[] {
  const found = ids.flatMap((id) => allRows(id, subject)).flatMap((id) => subject.figures.find(id) ?? []);
  const [first] = found;
  const other = found.find(({ unit }) => unit !== first?.unit);
  if (first === undefined || other === undefined) return [];
  const message = `“${first.label}”的单位是${first.unit}，“${other.label}”的单位是${other.unit}，不能相加减；请改正“加”“减”`;
  return [error('bad-fact', message, place)];
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
