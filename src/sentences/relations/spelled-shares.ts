import { isExact, stretchesOf } from '../equations/beside.ts';
import { exactly } from '../equations/equation.ts';
import { intervalOf, minus, percent } from '../interval.ts';
import type { Sentence } from '../sentence.ts';
import type { Placed } from './placed.ts';
import { relation, shown, type Relation } from './relation.ts';

const IN_WORDS = /^\D+$/u;
const GIVEN = /预算|计划|安排|下达|任务|目标|应|到位|共|总/u;
const DONE =
  /支出|支付|使用|执行|完成|拨付|列支|发放|实际|建成|完工|竣工|开工|整改|办结|销号|改造|安装|培训|种植/u;
const LEFT_BEFORE = /(?:余|剩|剩余|结余|还有|尚有|仍有|未用|未支)[下有的约近了]*$/u;
const LEFT_BEHIND =
  /^的?(?:资金|预算|经费|款项|任务|额度|指标|工程量)?(?:尚|仍|还)?(?:未|没有|没|结转|结余|剩余|闲置|沉淀)/u;
/** 近六成依赖场租: what that much of the whole does, before what it is called. */
const DOES = /^的?[\p{Script=Han}]{0,4}?(?:依赖|依靠|来自|来源于|源于|靠|用于|投向|集中[在于]|属于|为|是)/u;
const NAME = /[\p{Script=Han}]{2}(?=[约近为达有共]*$)/u;

/**
 * A share in round words behind a whole and its part, where the words name what is left of the whole, or the part again:
 * 预算 48 万元，支出 36 万元，尚余四分之一未用; 经营性收入 85 万元中场租 50.15 万元，近六成依赖场租.
 */
export function spelledShareRelations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((rate, at) => {
      const [whole, part] = all.slice(Math.max(at - 2, 0), at);
      if (whole === undefined || part === undefined || !isSpelled(rate)) return [];
      return areOnlyTwo(whole, part, all) ? ofTwo(whole, part, rate) : [];
    }),
  );
}

function isSpelled({ mention: { quantity, of } }: Placed): boolean {
  return quantity.unit === '%' && IN_WORDS.test(quantity.text) && of === undefined;
}

/** Two amounts of one unit, the only ones of it, of which the second is the less. */
function areOnlyTwo(whole: Placed, part: Placed, all: readonly Placed[]): boolean {
  const own = all.filter(({ mention }) => mention.quantity.unit === whole.mention.quantity.unit);
  return (
    own.length === 2 &&
    own[1] === part &&
    whole.mention.quantity.unit !== '%' &&
    isExact(whole) &&
    isExact(part) &&
    part.mention.quantity.value.lt(whole.mention.quantity.value)
  );
}

function ofTwo(whole: Placed, part: Placed, rate: Placed): readonly Relation[] {
  const share = percent(intervalOf(part.mention.quantity), intervalOf(whole.mention.quantity));
  const isLeft = LEFT_BEFORE.test(rate.clause) || LEFT_BEHIND.test(rate.mention.after);
  const told = isLeft ? GIVEN.test(whole.clause) && DONE.test(part.clause) : isNamedAgain(part, rate);
  if (share === undefined || !told) return [];
  const outcome = isLeft ? minus(exactly(100), share) : share;
  const [a, b, { quantity }] = [whole.mention, part.mention, rate.mention];
  const formula = `${b.quantity.text} ÷ ${a.quantity.text}`;
  const problem = `${isLeft ? `1 − ${formula}` : formula}，应为 ${shown(outcome, '%')}，文中写${quantity.text}`;
  return [relation([a, b, rate.mention], rate.mention, intervalOf(quantity), [outcome], problem)];
}

function isNamedAgain(part: Placed, { mention: { after } }: Placed): boolean {
  const name = NAME.exec(part.clause)?.[0];
  return name !== undefined && DOES.test(after) && after.includes(name);
}
