import { formatFixed } from '../../../accounts/decimal.ts';
import type { LoadedYear } from '../../../accounts/load-year.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
import { placeInText, placeOfValue } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import {
  changeInWords,
  comparandOf,
  explainedChange,
  type ExplainedChange,
} from '../../words/explained-change.ts';
import { readTexts } from '../../words/read-sentences.ts';
import { isAboutRevenue, isTurned, statementsOf, type Statement } from '../../words/statements.ts';

/** Up to this change on the base, in percent, one may say 基本持平. */
const NEARLY = '5';

/** The words of a reason about money go the way the figure went. */
export const reasonDirection: Check = {
  rule: 'reason-direction',
  numbers: ['R64', 'R66'],
  source: '变动原因与增减一致：增加、减少、持平随数字而定',
  summary: '原因中说的增减应与数字的增减方向一致，有增减的不能说持平',
  run: (subject) =>
    Object.keys(subject.year.narrative.value.reasons).flatMap((id) => checkReason(id, subject)),
};

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

function checkReason(id: string, subject: CheckSubject): readonly Diagnostic[] {
  const { year, figures } = subject;
  const reason = reasonOf(id, year);
  if (reason === undefined) return [];
  const ofRevenue = id.startsWith('收入');
  const statements = statementsOf(reason.text, comparandOf(id)).filter(
    (one) => ofRevenue || !isAboutRevenue(one),
  );
  const change = statements.length === 0 ? undefined : explainedChange(id, figures);
  const finding = change && verdict(change, statements, reason.text);
  if (change === undefined || finding === undefined) return [];
  const { severity, statement, problem } = finding;
  if (contradictsItself(id, statement, subject)) return [];
  const message = `“${change.label}”${spoken(change)}，原因中写“${statement.words}”，${problem}`;
  const report = severity === 'error' ? error : warning;
  return [report('reason-direction', message, reason.placeAt(statement.offset))];
}

/** 由 1.97 万元增至 2.74 万元，减少 0.77 万元: its own numbers tell what is wrong, and are reported. */
function contradictsItself(id: string, { offset, words }: Statement, subject: CheckSubject): boolean {
  const own = readTexts(subject).filter(({ source: { path } }) => path[0] === '原因' && path[1] === id);
  return own.some(({ contradictions }) =>
    contradictions.some(({ quantity: { from } }) => from >= offset && from < offset + words.length),
  );
}

interface Verdict {
  readonly severity: 'error' | 'warning';
  readonly statement: Statement;
  readonly problem: string;
}

function verdict(
  { amount, rate }: ExplainedChange,
  statements: readonly Statement[],
  text: string,
): Verdict | undefined {
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
    if (rate()?.abs().lte(NEARLY)) return undefined;
    return {
      severity: 'warning',
      statement: nearly,
      problem: `增减超过 ${NEARLY}%，不是基本持平；请改写原因`,
    };
  }
  const [opposite] = statements;
  if (opposite === undefined || isTurned(text, opposite, wanted)) return undefined;
  return { severity: 'warning', statement: opposite, problem: '方向相反；请核对原因' };
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

function spoken({ comparand, amount, unit }: ExplainedChange): string {
  const base = comparand === 'budget' ? '比预算' : '比上年';
  if (formatFixed(amount, 2) === '0.00') return comparand === 'budget' ? '与预算相等' : '与上年相等';
  return `${base}${changeInWords(amount, unit)}`;
}
