import type { Relation } from '../relations/relation.ts';
import type { Placed } from '../relations/placed.ts';
import { placedIn } from '../relations/placed.ts';
import type { Sentence } from '../sentence.ts';
import { isAmount, isBefore, isExact, sameUnit } from './beside.ts';
import { rest } from './equation.ts';

/** What a word calls the distance of two others, and how those two are told. */
interface Difference {
  readonly named: RegExp;
  readonly one: RegExp;
  readonly other: RegExp;
  /** Nothing else can be meant by the word. */
  readonly sure?: boolean;
}

const DIFFERENCES: readonly Difference[] = [
  { named: /空编|缺编|超编/u, one: /编制/u, other: /实有|在编|在岗|现有|实际|在职/u },
  { named: /提前|延期|延误|逾期|缩短/u, one: /合同|计划|目标|法定|承诺|要求/u, other: /实际/u },
  { named: /漏|缺|少|未|欠/u, one: /应/u, other: /^[，、]?(?:已)?实/u },
  { named: /收不抵支|入不敷出|支大于收|收大于支/u, one: /收入/u, other: /支出/u, sure: true },
  { named: /收支差|收支相抵|收支结余/u, one: /收入/u, other: /支出/u },
];

/** 编制 136 名，实有 123 名，空编 13 名; 工期 240 天，实际 211 天，提前 29 天: how far two that are named lie apart. */
export function differenceEquations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap((apart, index) => {
    if (SPREAD.test(apart.clause)) return ofRange(all.slice(Math.max(index - 2, 0), index), apart);
    const kind = DIFFERENCES.find(({ named }) => named.test(apart.clause));
    if (kind === undefined || !isAmount(apart) || !isExact(apart)) return [];
    const before = all.slice(0, index).filter((one) => isToldOf(one, apart));
    const [ones, others] = [kind.one, kind.other].map((words) =>
      before.filter(({ clause }) => words.test(clause)),
    );
    const [one, other] = [ones?.[0], others?.find((own) => own !== ones?.[0])];
    return one === undefined || other === undefined ? [] : [ofTwo(one, other, apart, kind)];
  });
}

/** 介于 1063.20 米和 1071.85 米之间，最大变幅 8.65 米: how wide a range is. */
const SPREAD = /(?:变幅|落差|极差|高差|温差|差额|差距|价差|差价|相差)(?:为|达)?$/u;

function ofRange([a, b]: readonly Placed[], apart: Placed): readonly Relation[] {
  if (a === undefined || b === undefined || !/^(?:[和与至到—~-]|至)/u.test(b.lead)) return [];
  return [a, b].every((one) => isToldOf(one, apart)) && isExact(apart) ? [ofTwo(a, b, apart, {})] : [];
}

function isToldOf(one: Placed, apart: Placed): boolean {
  return isAmount(one) && isExact(one) && !isBefore(one) && sameUnit(one.mention, apart.mention);
}

function ofTwo(
  { mention: a }: Placed,
  { mention: b }: Placed,
  { mention }: Placed,
  { sure = false }: Pick<Difference, 'sure'>,
): Relation {
  const [more, less] = a.quantity.value.gte(b.quantity.value) ? [a, b] : [b, a];
  return rest(more, [less], mention, { named: true, sure });
}
