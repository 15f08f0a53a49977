import { isAmount, isExact, sameUnit, stretchesOf } from '../equations/beside.ts';
import { equation, over, toldBy } from '../equations/equation.ts';
import { times, sum, widened, overlaps, type Interval } from '../interval.ts';
import { Exact } from '../../accounts/decimal.ts';
import type { Mention, Sentence } from '../sentence.ts';
import type { Placed } from './placed.ts';
import { rateOf, type Relation } from './relation.ts';

/** A rate whose name says of what it is made. */
interface Definition {
  readonly name: RegExp;
  readonly part: RegExp;
  readonly whole: RegExp;
}

const DEFINITIONS: readonly Definition[] = [
  { name: /资产负债率/u, part: /负债(?!率)/u, whole: /(?<!净|固定|流动|无形)资产(?!负债)/u },
  { name: /权益乘数/u, part: /资产/u, whole: /净资产|权益/u },
  { name: /流动比率/u, part: /流动资产/u, whole: /流动负债/u },
  { name: /财政自给率/u, part: /收入/u, whole: /支出/u },
  { name: /满意[率度]/u, part: /^(?!.*对).*(?<!不)满意(?![率度])/u, whole: /有效|回收|收回/u },
  { name: /[满在]编率/u, part: /实有|在编|在岗/u, whole: /编制|核定/u },
  { name: /成新率/u, part: /净值/u, whole: /原值/u },
  { name: /中标率/u, part: /中标/u, whole: /投标/u },
];
/** What is to be reached. */
const TARGET = /目标|指标值|要求|计划|以上/u;
const HUNDRED: Interval = { low: new Exact(100), high: new Exact(100) };

/** 负债 620 万元，资产 2480 万元，资产负债率 25%: what the name of a rate says that it is made of. */
export function definedRateRelations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) => all.flatMap((rate) => ofRate(rate, all)));
}

function ofRate(rate: Placed, all: readonly Placed[]): readonly Relation[] {
  const { mention, clause, lead } = rate;
  if (TARGET.test(clause) || /[≥≤>＞<＜]$/u.test(lead)) return [];
  if (mention.quantity.unit !== '%' || mention.of !== undefined || mention.direction !== 0) return [];
  const definition = DEFINITIONS.find(({ name }) => name.test(clause));
  if (definition === undefined || !isExact(rate)) return [];
  const amounts = all.filter((one) => isAmount(one) && isExact(one));
  const parts = amounts.filter(
    (one) => definition.part.test(one.clause) && !definition.whole.test(one.clause),
  );
  const wholes = amounts.filter((one) => definition.whole.test(one.clause));
  const [part] = parts;
  const own = wholes.filter((one) => part !== undefined && sameUnit(one.mention, part.mention));
  return part === undefined || own.length === 0 || own.length < wholes.length
    ? []
    : [
        ofParts(
          mention,
          parts.map((one) => one.mention),
          own.map((one) => one.mention),
        ),
      ];
}

/** Of one part, or of several together: 满意 and 基本满意; of any whole that may be meant: 收回 and 有效. */
function ofParts(rate: Mention, parts: readonly Mention[], wholes: readonly Mention[]): Relation {
  const outcomes = wholes.toReversed().flatMap((whole) =>
    parts.flatMap((_, at) => {
      const own = parts.slice(0, at + 1);
      const ratio = over(sum(own.map(toldBy)), toldBy(whole));
      return ratio === undefined ? [] : [times(ratio, HUNDRED)];
    }),
  );
  const formula = `${parts[0]?.quantity.text ?? ''} ÷ ${wholes.at(-1)?.quantity.text ?? ''}`;
  const told = widened(rateOf(rate), rate.quantity.half.times(2));
  const relation = equation(rate, outcomes[0], [...parts, ...wholes], formula, { named: true, sure: true });
  // Of several grades some count for half.
  const strength = parts.length > 1 ? 'named' : 'said';
  return { ...relation, strength, holds: outcomes.some((one) => overlaps(told, one)) };
}
