import { intervalOf, minus } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { changeRelations } from './changes.ts';
import { placedIn, type Placed } from './placed.ts';
import type { Relation } from './relation.ts';

const BEFORE = /年初|期初|上年末|去年末|原有|原来|此前/u;
const NOW = /^[，、（]?(?:到|至|本年|今年)?(?:年末|期末|年底|月末|现|目前|年内)?[^，。；：、]{0,4}$/u;

/** 年初 353.81 万元，年末降至 323.66 万元: what was reached lies where the word says. */
export function turnRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all
    .slice(1)
    .flatMap((now, index) => [
      ...ofTurn(all[index], now),
      ...ofThen(all[index], now, all.slice(index + 2, index + 4)),
    ]);
}

const THEN = /^(?:以前|过去|原来|原先|此前|改革前)/u;
const NOWADAYS = /^(?:现在|现|目前|如今|改革后|现已)/u;

/** 以前需要 8 个环节，现在只需 5 个，减少 3 个. */
function ofThen(before: Placed | undefined, now: Placed, behind: readonly Placed[]): readonly Relation[] {
  const a = before?.mention;
  if (a === undefined || !THEN.test(before?.clause ?? '') || !NOWADAYS.test(now.clause)) return [];
  if (a.quantity.unit !== now.mention.quantity.unit) return [];
  const changes = behind
    .map(({ mention }) => mention)
    .filter(({ role }) => role === 'change' || role === 'changeRate');
  const mentions: readonly Mention[] = [
    { ...now.mention, role: 'amount' },
    { ...a, role: 'last' },
    ...changes.map((one): Mention => ({ ...one, comparand: 'last' })),
  ];
  return changeRelations({ ...now.item, claims: [], fromNothing: false, mentions: [...mentions] });
}

function ofTurn(before: Placed | undefined, now: Placed): readonly Relation[] {
  if (before === undefined || !BEFORE.test(before.lead) || !NOW.test(now.lead)) return [];
  const [a, b] = [before.mention, now.mention];
  if (b.direction === 0 || b.role !== 'amount' || a.role !== 'amount') return [];
  if (a.quantity.unit !== b.quantity.unit) return [];
  const difference = minus(intervalOf(b.quantity), intervalOf(a.quantity));
  const holds = b.direction > 0 ? difference.high.gt(0) : difference.low.lt(0);
  const problem = `由 ${a.quantity.text} 到 ${b.quantity.text} 是${b.direction > 0 ? '减少' : '增加'}，与文字的方向相反`;
  return [{ members: [a.quantity, b.quantity], result: b.quantity, holds, problem }];
}
