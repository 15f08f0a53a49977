import { intervalOf, minus, sum } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { currentOf, relation, shown, type Relation } from './relation.ts';

const OPENING =
  /^(?!.*(?:支出|收入)总计)(?:(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算)?财政拨款)?(?:年初|上年).{0,6}结[转余]/u;
const RECEIVED = /本年(?:财政拨款)?收入|当年收入|本年.{0,14}收入(?:合计)?$/u;
const SPENT = /本年(?:财政拨款)?支出|当年支出|本年.{0,14}支出(?:合计)?$/u;
const CLOSING = /年末.{0,10}结[转余]|结转下年/u;
const SURPLUS = /使用.{0,8}结余/u;
const DISTRIBUTED = /结余分配/u;

/** 年初结转和结余 ＋ 本年收入 − 本年支出 ＝ 年末结转和结余 (R56, R61). */
export function balanceRelations({ items }: Sentence): readonly Relation[] {
  const named = (pattern: RegExp): readonly Mention[] =>
    items
      .filter(({ lead, name }) => pattern.test(name) || pattern.test(plain(lead)))
      .flatMap((item) => currentOf(item, '万元') ?? []);
  const all = [OPENING, RECEIVED, SPENT, CLOSING].map(named);
  const [opening, received, spent, closing] = all.map(([first]) => first);
  if (all.some(({ length }) => length !== 1)) return [];
  if (opening === undefined || received === undefined || spent === undefined || closing === undefined)
    return [];
  const [surplus, distributed] = [named(SURPLUS), named(DISTRIBUTED)];
  const into = sum([opening, received, ...surplus].map(({ quantity }) => intervalOf(quantity)));
  const out = sum([spent, ...distributed].map(({ quantity }) => intervalOf(quantity)));
  const outcome = minus(into, out);
  const problem = `年初 ${opening.quantity.text} ＋ 收入 ${received.quantity.text} − 支出 ${spent.quantity.text}，年末应为 ${shown(outcome, '万元')}，文中写 ${closing.quantity.text}`;
  const members = [opening, received, ...surplus, spent, ...distributed, closing];
  return [relation(members, closing, intervalOf(closing.quantity), [outcome], problem)];
}

function plain(lead: string): string {
  return lead.replace(/^[，；、：\s]+/u, '').slice(0, 30);
}
