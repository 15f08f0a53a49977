import { intervalOf } from '../interval.ts';
import type { Item, Mention, Sentence } from '../sentence.ts';
import { changeRelations } from './changes.ts';
import { placedIn, type Placed } from './placed.ts';
import { relation, type Relation } from './relation.ts';

const LATTER = /^[，；\s]*(?:后者?[比较]前者|后一[年期][比较]前一[年期])/u;
const TWO_YEARS =
  /(?:近|这|前|前后)[两二]年|[两二]个?年度|\d{4}年度?[、和与及]\d{4}年度?|(?:上年|去年)度?[、和与及](?:本年|今年)/u;
const NEW_ONLY = /(?:本年|今年|当年)?新增(?:支出|经费)?$/u;
const ALL_YEAR =
  /^[，；\s]*[\p{Script=Han}]{0,10}(?:全年|本年|当年|今年)(?:共|实际)*(?:支出|列支|开支|发生|决算)(?:决算数?|数|为)*$/u;

/** Changes whose amounts the sentence tells somewhere else than in the usual order. */
export function resumedRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return [
    ...sentence.items.flatMap((item, index) => ofChangeAhead(item, sentence.items[index + 1], sentence)),
    ...all.flatMap((_, index) => [...ofLatter(all, index), ...ofNewOnly(all, index)]),
  ];
}

function isChange({ role }: Mention): boolean {
  return role === 'change' || role === 'changeRate';
}

/** 比上年少支出 3.60 万元、降幅 12%，全年列支 26.40 万元（上年 30.00 万元）. */
function ofChangeAhead(item: Item, next: Item | undefined, { text, from }: Sentence): readonly Relation[] {
  const [now, last] = next?.mentions ?? [];
  if (now === undefined || last === undefined || next?.mentions.length !== 2) return [];
  if (!isYearAndLast(now, last) || !tellsChangeOnly(item)) return [];
  const ahead = text.slice((item.mentions.at(-1)?.quantity.to ?? from) - from, now.quantity.from - from);
  return ALL_YEAR.test(ahead) ? changeRelations({ ...item, mentions: [now, last, ...item.mentions] }) : [];
}

function isYearAndLast(now: Mention, last: Mention): boolean {
  const current = now.role === 'amount' || now.role === 'outturn';
  return current && last.role === 'last' && last.quantity.unit === now.quantity.unit;
}

function tellsChangeOnly({ mentions }: Item): boolean {
  return mentions.every(isChange) && mentions.some(({ comparand }) => comparand === 'last');
}

/** 近两年分别为 48.00 万元和 42.00 万元，后者比前者下降 12.5%. */
function ofLatter(all: readonly Placed[], index: number): readonly Relation[] {
  const [first, second, change] = all.slice(index, index + 3);
  if (first === undefined || second === undefined || change === undefined) return [];
  const { unit } = first.mention.quantity;
  if (second.mention.quantity.unit !== unit || !isChange(change.mention)) return [];
  const told =
    LATTER.test(change.lead) ||
    (TWO_YEARS.test(first.lead) &&
      /^[，；\s]*(?:本年|今年)?(?:同比|[增减下降升]|[比较]上年)/u.test(change.lead));
  if (!told || !first.lead.includes('分别') || !/^(?:和|、|与|及)$/u.test(second.lead)) return [];
  const rates = all
    .slice(index + 2, index + 4)
    .map(({ mention }) => mention)
    .filter(isChange);
  const mentions: readonly Mention[] = [
    { ...second.mention, role: 'amount' },
    { ...first.mention, role: 'last' },
    ...rates.map((one): Mention => ({ ...one, comparand: 'last' })),
  ];
  return changeRelations({ ...second.item, claims: [], fromNothing: false, mentions: [...mentions] });
}

/** 上年该项支出 0.00 万元，本年新增 7.85 万元，全年支出 7.85 万元. */
function ofNewOnly(all: readonly Placed[], index: number): readonly Relation[] {
  const [added, now] = all.slice(index, index + 2);
  const before = all[index - 1];
  if (added === undefined || now === undefined || !NEW_ONLY.test(added.lead) || !ALL_YEAR.test(now.lead))
    return [];
  if (added.mention.quantity.unit !== now.mention.quantity.unit) return [];
  const nothing =
    before === undefined
      ? /(?:上年|去年)度?(?:无|没有|未)/u.test(added.lead)
      : before.mention.role === 'last' && before.mention.quantity.value.isZero();
  if (!nothing) return [];
  const problem = `上年没有，本年新增 ${added.mention.quantity.text}，全年应同样多，文中写 ${now.mention.quantity.text}`;
  const told = intervalOf(now.mention.quantity);
  return [
    relation([added.mention, now.mention], now.mention, told, [intervalOf(added.mention.quantity)], problem),
  ];
}
