import type { Registry } from '../figures/registry.ts';
import { percentageOf } from '../figures/value.ts';
import { namesAsWell } from './charity/other-names.ts';
import { isOfAPair, isOfARow } from './charity/pairs.ts';
import { candidatesOf, figuresCalled } from './candidates.ts';
import { idsCalled } from './figures-called.ts';
import { formsCounted } from './forms-counted.ts';
import { intervalOfValue } from './interval.ts';
import { type Judgement, verdictOn } from './judgement.ts';
import { isSlipOf } from './near-miss/slips.ts';
import { asPart, mayBeOfChange } from './part-roles.ts';
import { isOfAnotherBody, isOfOther, tellsOfThoseBelow } from './other-bodies.ts';
import type { Item, Mention, Sentence } from './sentence.ts';
import { TURNS_TO_ELSE } from './split.ts';
import { wholesOf, withinWhole } from './within-whole.ts';

/** What the sentence may mean by an item that it does not name: the figure that a reason is for. */
export type Unnamed = (item: Item, mention: Mention) => readonly string[];

/**
 * Every number of a sentence that names a figure, and whether it agrees with it.
 *
 * @param text the text in which the sentence stands
 */
export function judgementsOf(
  sentence: Sentence,
  figures: Registry,
  unnamed: Unnamed,
  text: string,
): readonly Judgement[] {
  // What is earned by those below may be all that is earned.
  const isMeant = tellsOfThoseBelow(sentence) ? isSlipOfFigure : (): boolean => false;
  return toldOf(sentence, figures, unnamed).filter(
    (one) => !isOfAnotherBody(sentence, text, one.mention.quantity.from) || isMeant(one),
  );
}

/** Whether a figure that words only suggest is meant, for one slip of the hand makes the number out of it. */
function isSlipOfFigure({ mention: { quantity, role }, expected, agrees: fits }: Judgement): boolean {
  if (fits || role !== 'amount' || expected.state !== 'known') return false;
  return isSlipOf(quantity, intervalOfValue(expected));
}

function toldOf(sentence: Sentence, figures: Registry, unnamed: Unnamed): readonly Judgement[] {
  const forms = formsCounted(sentence, figures);
  return sentence.items.flatMap((item) => {
    const counted = item.mentions.flatMap((mention) => judgeForms(item, mention, forms, figures) ?? []);
    if (counted.length > 0) return counted;
    if (isOfUnknownWhole(item, figures) || isOfNamedMoney(item, sentence, figures)) return [];
    if (isMeansOfSaving(item) || isOfOther(item, sentence)) return [];
    const summed = item.mentions.slice(endOf(item));
    return [
      ...judgeItem(item, sentence, figures, unnamed),
      ...summed.flatMap(
        (mention) => judgeShare({ ...item, mentions: summed }, mention, sentence, figures) ?? [],
      ),
    ];
  });
}

/** 电费…、物业管理费…，三项合计…，占…: where an item ends of which the sentence goes on to tell a sum with others. */
function endOf({ mentions }: Item): number {
  const at = mentions.findIndex(
    ({ role, quantity }, index) =>
      role === 'total' &&
      mentions.slice(0, index).some((one) => one.role === 'amount' && one.quantity.unit === quantity.unit),
  );
  return at < 0 ? mentions.length : at;
}

function judgeItem(
  item: Item,
  sentence: Sentence,
  figures: Registry,
  unnamed: Unnamed,
): readonly Judgement[] {
  const first = item.mentions[0]?.quantity.from ?? sentence.from;
  const before = sentence.text.slice(0, Math.max(first - sentence.from, 0)).slice(-120);
  const named = withinWhole(item, idsCalled(item, before, figures), before, figures);
  return item.mentions.slice(0, endOf(item)).flatMap((told) => {
    const mention = asPart(told, item);
    if (mention === undefined || mention.elsewhen === true) return [];
    const ids = named.length > 0 ? named : unnamed(item, mention);
    const judgement =
      judge(item, mention, ids, sentence, figures) ?? judgeShare(item, mention, sentence, figures);
    if (judgement === undefined) return [];
    if (judgement.agrees) return [judgement];
    if (isOfAPair(mention, sentence) || isOfARow(mention, sentence, figures)) return [];
    if (mayBeOfChange(mention, item)) return [];
    return [judgeAsWell(item, mention, before, { sentence, figures }) ?? judgement];
  });
}

/** The judgement by a name that the words fit as well, if by that the number is right. */
function judgeAsWell(
  item: Item,
  mention: Mention,
  before: string,
  { sentence, figures }: { readonly sentence: Sentence; readonly figures: Registry },
): Judgement | undefined {
  const named = namesAsWell(item, before).flatMap((name) => idsCalled({ ...item, name }, before, figures));
  const ids = [...named, ...idsOfWhole(item, mention, before, figures)];
  const judgement = judge(item, mention, ids, sentence, figures);
  return judgement?.agrees === true ? judgement : undefined;
}

/** 按资金性质划分：A…，B…，较上年的…增加…: what a list is compared with may be told of its whole. */
function idsOfWhole(item: Item, { role }: Mention, before: string, figures: Registry): readonly string[] {
  return role === 'last' || role === 'base' || role === 'change' || role === 'changeRate'
    ? wholesOf(item, before, figures)
    : [];
}

/** 12 个项目和 1 个整体支出: of as many forms as the booklet has. */
function judgeForms(
  item: Item,
  mention: Mention,
  forms: ReadonlyMap<Mention, string>,
  figures: Registry,
): Judgement | undefined {
  const figure = figures.find(forms.get(mention) ?? '');
  if (figure === undefined) return undefined;
  return verdictOn({ ...item, name: figure.label }, mention, [{ figure, value: figure.value }]);
}

/** 年初预算 150.00 万元，政府采购节约 12.00 万元，实际支付 138.00 万元: by what money was saved, and not what is paid. */
function isMeansOfSaving({ mentions: [first] }: Item): boolean {
  return first?.role === 'change' && /节约|节省|节支/u.test(first.words);
}

/** Parts of what is nobody's figure, or of another year's, are nobody's figures. */
function isOfUnknownWhole({ list }: Item, figures: Registry): boolean {
  const whole = list?.whole;
  if (whole === undefined) return false;
  if (whole.mentions.some(({ elsewhen, role }) => elsewhen === true || role === 'last')) return true;
  if (isOfUnknownWhole(whole, figures)) return true;
  return whole.name !== '' && whole.mentions.length > 0 && idsCalled(whole, '', figures).length === 0;
}

/** Names that tell what of some money is meant, and not whose it is. */
const OF_MONEY =
  /^(?:本年|当年|年初|上年|年末)?(?:财政拨款)?(?:收入|支出|结转|结余|结转和结余|结转结余)(?:合计|数)?$|^上缴上级(?:支出)?$|^授予[\p{Script=Han}]*企业(?:的?合同(?:金额|总额)?)?$/u;

/** 某项目资金 27.46 万元，本年支出 25.10 万元; 合同金额 85 万元，授予小微企业 63.75 万元: of the money that is named before it, which is nobody's figure. */
function isOfNamedMoney(item: Item, { items, text, from }: Sentence, figures: Registry): boolean {
  const {
    name,
    mentions: [first],
  } = item;
  if (!OF_MONEY.test(name) || first === undefined) return false;
  if (isOfNewMoney(item, text.slice(0, first.quantity.from - from), figures)) return true;
  const before = items.filter(
    ({ mentions: [one] }) => one !== undefined && one.quantity.from < first.quantity.from,
  );
  const money = before.findLast(
    (one) =>
      one.name !== '' &&
      !OF_MONEY.test(one.name) &&
      one.mentions.some(({ quantity }) => quantity.kind === 'money'),
  );
  const end = money?.mentions.at(-1)?.quantity.to;
  if (money === undefined || end === undefined) return false;
  const between = text.slice(end - from, first.quantity.from - from);
  return !TURNS_TO_ELSE.test(between) && idsCalled(money, '', figures).length === 0;
}

const NEW_MONEY =
  /(?<=^|[，；。])(?<what>[\p{Script=Han}]{3,20}?)(?:上年|去年)(?:度)?(?:没有|无|未(?:发生|安排|列支)?)(?:支出|此项|经费)?，[^，。；]*$/u;

/** 调解员补贴上年没有支出，本年支出 6.72 万元: of what is named, for which there was nothing the year before. */
function isOfNewMoney(item: Item, before: string, figures: Registry): boolean {
  const what = NEW_MONEY.exec(before)?.groups?.['what'];
  return what !== undefined && idsCalled({ ...item, name: what }, '', figures).length === 0;
}

function judge(
  item: Item,
  mention: Mention,
  ids: readonly string[],
  sentence: Sentence,
  figures: Registry,
): Judgement | undefined {
  return verdictOn(
    item,
    mention,
    ids.flatMap((id) => candidatesOf(item, mention, id, sentence, figures)),
  );
}

/** An amount of nobody's that is told as a share of a figure. */
function judgeShare(
  item: Item,
  mention: Mention,
  sentence: Sentence,
  figures: Registry,
): Judgement | undefined {
  const { role, whole = '', of } = mention;
  const amount = item.mentions.find(
    ({ role: one }) => one === 'amount' || one === 'outturn' || one === 'total',
  );
  if (
    role !== 'share' ||
    whole === '' ||
    of !== undefined ||
    amount === undefined ||
    amount.elsewhen === true
  )
    return undefined;
  // A whole that the sentence itself tells is held against it there.
  if (sentence.items.some((one) => one !== item && one.name !== '' && whole.includes(one.name)))
    return undefined;
  const part = { state: 'known', exact: amount.quantity.value, tolerance: amount.quantity.half } as const;
  const candidates = figuresCalled(whole, sentence, figures)
    .filter(({ unit }) => unit === amount.quantity.unit)
    .map((figure) => ({ figure, value: percentageOf(part, figure.value) }));
  return verdictOn(item, mention, candidates);
}
