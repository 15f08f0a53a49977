import { isExact, isImpure, only, stretchesOf } from '../equations/beside.ts';
import { exactly } from '../equations/equation.ts';
import { overlaps, times } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import { counted } from '../relations/text-numbers.ts';
import type { Sentence } from '../sentence.ts';
import { ofUnitOf, textOf, toldIn, wrong } from './slip.ts';

/** 合同期限三年, 服务期 3年, 三年期服务合同: for how long a price is paid. */
const YEARS =
  /(?:期限|服务期|合同期|租期|租赁期|合作期|托管期)(?:均?为|共|是)?(?<years>\d{1,2}|[一二两三四五六七八九十])年(?!\d)|(?<period>\d{1,2}|[二两三四五六七八九十])年期/u;
const YEARLY =
  /(?<!每[人户名生件套台辆亩])每年[^，。；：、\d]{0,8}$|^年(?:租金|服务费|费用|合同价|运维费|维护费)(?:为)?$/u;
const IN_EQUAL = /(?:分年|按年|每年|逐年)(?:平均|等额)/u;
const THIS_YEAR = /^(?:本年|当年|今年)(?:实际|已|应)?(?:支付|支出|列支)/u;
const ALL = /(?:总价|总额|总金额|总价款|总租金|总费用|[合共总]计)(?:为|款)?$/u;
/** Where years are not alike, or the contract is of one of them. */
const UNLIKE =
  /递增|递减|首年|第[一二三1-3]年|以后|此后|一年一[签招]|续签|另|优惠|免租|扣|含|上浮|下浮|增长|约/u;

/** What is paid each year or each month, and for how many of them. */
export function termRelations(sentence: Sentence): readonly Relation[] {
  if (!/年|月/u.test(sentence.text) || UNLIKE.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) => [...ofYears(all, sentence), ...all.flatMap(ofMonths)]);
}

/** 合同期限三年，每年 360 万元，总价 1080 万元; 总价 54 万元，分年等额支付，本年支付 18 万元. */
function ofYears(all: readonly Placed[], { text }: Sentence): readonly Relation[] {
  const { years, period } = YEARS.exec(text)?.groups ?? {};
  const many = counted(years ?? period ?? '');
  const pair = many === undefined ? undefined : pairIn(all, text);
  if (many === undefined || pair === undefined) return [];
  const { each, whole } = pair;
  const made = times(toldIn(each), exactly(many));
  if (overlaps(made, toldIn(whole))) return [];
  const problem = `${textOf(each)} × ${String(many)}年 ＝ ${shown(made, '万元')}，与总价 ${textOf(whole)} 不符`;
  return [wrong([each, whole], problem)];
}

/** What is paid each year, and in all, where no other money is told. */
function pairIn(
  all: readonly Placed[],
  text: string,
): { readonly each: Placed; readonly whole: Placed } | undefined {
  const money = all.filter(({ mention }) => mention.quantity.kind === 'money');
  const isEqual = IN_EQUAL.test(text);
  const each = only(money.filter(({ clause }) => (isEqual ? THIS_YEAR : YEARLY).test(clause)));
  const whole = only(money.filter(({ clause }) => ALL.test(clause)));
  const arePlain = money.length === 2 && money.every((one) => isExact(one) && !isImpure(one));
  const isOfOne = !isEqual && /本年|当年/u.test(text);
  if (each === undefined || whole === undefined || each === whole) return undefined;
  return arePlain && !isOfOne ? { each, whole } : undefined;
}

const MONTHLY = /每月|月(?:租金|租|服务费|工资|费用)(?:为)?$/u;
const PAID_FOR = /^(?:的)?(?:租金|房租|工资|服务费|物业费|费用|补助|补贴)(?:共|计|合计)?$/u;

/** 每月租金 2.5 万元，已支付 10 个月租金 25 万元. */
function ofMonths(paid: Placed, at: number, all: readonly Placed[]): readonly Relation[] {
  const months = all[at - 1];
  if (months === undefined || months.mention.quantity.unit !== '个月' || !PAID_FOR.test(paid.lead)) return [];
  const monthly = only(
    ofUnitOf(paid, all.slice(0, at)).filter(({ clause }) => MONTHLY.test(clause) && !/人|户/u.test(clause)),
  );
  if (monthly === undefined || ![monthly, months, paid].every(isExact)) return [];
  const made = times(toldIn(monthly), exactly(months.mention.quantity.value));
  if (overlaps(made, toldIn(paid))) return [];
  const problem = `${textOf(monthly)} × ${textOf(months)} ＝ ${shown(made, '万元')}，文中写 ${textOf(paid)}`;
  return [wrong([monthly, months, paid], problem)];
}
