import { formatFixed, type Exact } from '../../../accounts/decimal.ts';
import type { LoadedYear } from '../../../accounts/load.ts';
import { exactOf } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
import { placeInText, placeOfValue } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';
import { isAboutRevenue, statementsOf, type Comparand, type Statement } from '../../words/statements.ts';

/** Up to this change on the base, in percent, one may say 基本持平. */
const NEARLY = '5';

/** The words of a reason about money go the way the figure went. */
export const reasonDirection: Check = {
  rule: 'reason-direction',
  numbers: ['R64', 'R66'],
  source: '变动原因与增减一致：增加、减少、持平随数字而定',
  summary: '原因中说的增减应与数字的增减方向一致，有增减的不能说持平',
  run: ({ year, figures }) =>
    Object.keys(year.narrative.value.reasons).flatMap((id) => {
      const change = changeOf(id, figures);
      const reason = change && reasonOf(id, year);
      return change && reason ? judge(change, reason) : [];
    }),
};

interface Change {
  readonly label: string;
  readonly comparand: Comparand;
  readonly amount: Exact;
  readonly unit: string;
  /** In percent of the base, where there is one. */
  readonly rate: Exact | undefined;
  readonly ofRevenue: boolean;
}

/** What a reason explains: the change on last year, or the variance from the budget. */
function changeOf(id: string, figures: Registry): Change | undefined {
  const variance = id.endsWith('.预决算差异率');
  const base = figures.find(variance ? id.slice(0, id.lastIndexOf('.')) : id);
  const difference = base && figures.find(`${base.id}.${variance ? '预决算差异额' : '增减额'}`);
  const amount = difference && exactOf(difference);
  if (base === undefined || amount === undefined) return undefined;
  // The difference between vehicles held and owned is no change.
  if (base.origin.kind === 'derived' && base.origin.operation === 'difference') return undefined;
  const rate = figures.find(`${base.id}.${variance ? '预决算差异率' : '增减率'}`);
  const comparand = variance ? 'budget' : 'year';
  return {
    label: base.label,
    comparand,
    amount,
    unit: base.unit,
    rate: rate && exactOf(rate),
    ofRevenue: /^收入/u.test(id),
  };
}

interface Reason {
  readonly text: string;
  placeAt(offset: number): Place;
}

/** A shared reason is judged for each figure that shares it. */
function reasonOf(id: string, { narrative: { document, value } }: LoadedYear): Reason | undefined {
  const own = value.reasons[id];
  const text = own?.sameAs === undefined ? own?.text : value.reasons[own.sameAs]?.text;
  if (own === undefined || text === undefined) return undefined;
  const path = own.sameAs === undefined ? ['原因', id] : ['原因', id, '同'];
  return {
    text,
    placeAt: (offset) =>
      own.sameAs === undefined ? placeInText(document, path, text, offset) : placeOfValue(document, path),
  };
}

function judge(change: Change, { text, placeAt }: Reason): readonly Diagnostic[] {
  const statements = statementsOf(text, change.comparand).filter(
    (one) => change.ofRevenue || !isAboutRevenue(one),
  );
  const finding = verdict(change, statements);
  if (finding === undefined) return [];
  const { severity, statement, problem } = finding;
  const message = `“${change.label}”${spoken(change)}，原因中写“${statement.words}”，${problem}`;
  const place = placeAt(statement.offset);
  return [
    severity === 'error'
      ? error('reason-direction', message, place)
      : warning('reason-direction', message, place),
  ];
}

interface Verdict {
  readonly severity: 'error' | 'warning';
  readonly statement: Statement;
  readonly problem: string;
}

function verdict({ amount, rate }: Change, statements: readonly Statement[]): Verdict | undefined {
  const exactly = statements.find(({ direction, nearly }) => direction === 'level' && !nearly);
  const nearly = statements.find((statement) => statement.nearly);
  if (formatFixed(amount, 2) === '0.00') return ofNothing(statements, exactly, nearly);
  const wanted = amount.isNegative() ? 'down' : 'up';
  const told = statements.some(({ direction }) => direction === wanted);
  if (exactly !== undefined && (exactly.subject === '' || !told)) {
    return { severity: 'error', statement: exactly, problem: '有增减不能说持平；请改写原因' };
  }
  if (told) return undefined;
  if (nearly !== undefined) {
    if (rate?.abs().lte(NEARLY)) return undefined;
    return {
      severity: 'warning',
      statement: nearly,
      problem: `增减超过 ${NEARLY}%，不是基本持平；请改写原因`,
    };
  }
  const [opposite] = statements;
  return opposite && { severity: 'warning', statement: opposite, problem: '方向相反；请核对原因' };
}

/** Beside no change at all, a cause of change does not fit. */
function ofNothing(
  statements: readonly Statement[],
  exactly: Statement | undefined,
  nearly: Statement | undefined,
): Verdict | undefined {
  if (exactly !== undefined) return undefined;
  if (nearly !== undefined)
    return { severity: 'warning', statement: nearly, problem: '两数相等，不是基本持平；请改写' };
  const [first] = statements;
  return first && { severity: 'warning', statement: first, problem: '没有增减可以说明；请删去或改写原因' };
}

function spoken({ comparand, amount, unit }: Change): string {
  const base = comparand === 'budget' ? '比预算' : '比上年';
  if (formatFixed(amount, 2) === '0.00') return comparand === 'budget' ? '与预算相等' : '与上年相等';
  return `${base}${amount.isNegative() ? '减少' : '增加'} ${formatFixed(amount.abs(), unit === '万元' ? 2 : 0)}${unit}`;
}
