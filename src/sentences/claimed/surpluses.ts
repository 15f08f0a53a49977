import { only } from '../equations/beside.ts';
import { intervalOf, minus, overlaps } from '../interval.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Mention, Sentence } from '../sentence.ts';

const BALANCED = /收支(?:相抵|相减|轧差|相比|对比)(?:后)?，?(?:当年|本年|全年)?(?:实现|形成|出现)?(?:收支)?/u;
const LEFT = /^(?:结余|盈余|净?结[转存]|节余|收大于支)/u;
const LACKING = /^(?:超支|赤字|缺口|亏损|短缺|不足|支大于收)/u;
const RECEIVED = /收入/u;
const SPENT = /支出/u;

/** 收入 12 万元，支出 10 万元，收支相抵，结余 2 万元: what is left where more came than went. */
export function surplusRelations(sentence: Sentence): readonly Relation[] {
  const found = BALANCED.exec(sentence.text);
  if (found === null) return [];
  const at = found.index + sentence.from;
  const all = placedIn(sentence);
  const before = all.filter(({ mention }) => mention.quantity.to <= at && mention.quantity.unit === '万元');
  const result = all.find(({ mention }) => mention.quantity.from > at);
  const words = sentence.text.slice(found.index + found[0].length);
  const sign = LEFT.test(words) ? 1 : LACKING.test(words) ? -1 : undefined;
  const [received, spent] = [RECEIVED, SPENT].map(
    (word) => only(before.filter(({ clause }) => word.test(clause)))?.mention,
  );
  if (sign === undefined || received === undefined || spent === undefined || before.length > 2) return [];
  return [ofTwo(received, spent, result, sign)];
}

function ofTwo(received: Mention, spent: Mention, result: Placed | undefined, sign: 1 | -1): Relation {
  const [more, less] = sign > 0 ? [received.quantity, spent.quantity] : [spent.quantity, received.quantity];
  const outcome = minus(intervalOf(more), intervalOf(less));
  const amount = result?.mention.quantity;
  const told = amount?.unit === '万元' ? [amount] : [];
  const turned = outcome.high.isNegative();
  const problem = turned
    ? `应是${sign > 0 ? '超支' : '结余'}`
    : `相差 ${shown(outcome, '万元')}，文中写 ${told[0]?.text ?? ''}`;
  return {
    members: [received.quantity, spent.quantity, ...told],
    result: told[0] ?? spent.quantity,
    holds: !turned && told.every((one) => overlaps(outcome, intervalOf(one))),
    problem: `收入 ${received.quantity.text}，支出 ${spent.quantity.text}，${problem}`,
  };
}
