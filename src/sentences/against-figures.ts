import type { Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';
import { differenceOf, percentageOf, type Value } from '../figures/value.ts';
import type { Comparand, Role } from './roles.ts';
import { idsCalled } from './figures-called.ts';
import { formsCounted } from './forms-counted.ts';
import { intervalOf, intervalOfValue, overlaps, type Interval } from './interval.ts';
import { rateOf, signed } from './relations/relation.ts';
import type { Item, Mention, Sentence } from './sentence.ts';

/** A number of a text that a figure of the booklet answers for. */
export interface Judgement {
  readonly mention: Mention;
  /** What the text calls the figure. */
  readonly name: string;
  /** The figure that is meant, the likeliest where there are several. */
  readonly figure: Figure;
  /** What the number should be. */
  readonly expected: Value;
  readonly agrees: boolean;
  /** 元 was written for 万元. */
  readonly slip: boolean;
}

/** What the sentence may mean by an item that it does not name: the figure that a reason is for. */
export type Unnamed = (item: Item, mention: Mention) => readonly string[];

/** Every number of a sentence that names a figure, and whether it agrees with it. */
export function judgementsOf(sentence: Sentence, figures: Registry, unnamed: Unnamed): readonly Judgement[] {
  if (isOfAnotherBody(sentence)) return [];
  const forms = formsCounted(sentence);
  return sentence.items.flatMap((item) => {
    const counted = item.mentions.flatMap((mention) => judgeForms(item, mention, forms, figures) ?? []);
    if (counted.length > 0) return counted;
    if (isOfUnknownWhole(item, figures)) return [];
    const first = item.mentions[0]?.quantity.from ?? sentence.from;
    const before = sentence.text.slice(0, Math.max(first - sentence.from, 0)).slice(-120);
    const named = idsCalled(item, before, figures);
    return item.mentions.flatMap((mention) => {
      if (mention.elsewhen === true) return [];
      const ids = named.length > 0 ? named : unnamed(item, mention);
      const judgement =
        judge(item, mention, ids, sentence, figures) ?? judgeShare(item, mention, sentence, figures);
      return judgement === undefined ? [] : [judgement];
    });
  });
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

const BODY =
  /(?:中心|[图博文]书?馆|公司|协会|学校|学院|医院|研究院|服务部|基金会|支队|大队|街道|全[市区县国]|某|各[县区乡])(?!大厅|服务局|运行)/u;
const OWN = /我单位|本单位|我局|本局|我部门|本部门/u;

/** Whether a sentence begins with another body than the booklet's: its own figures are not meant. */
export function isOfAnotherBody({ text, from, items }: Sentence): boolean {
  const first = items.find(({ mentions }) => mentions.length > 0)?.mentions[0]?.quantity.from ?? from;
  const opening = text.slice(0, first - from);
  return BODY.test(opening) && !OWN.test(opening);
}

/** Parts of what is nobody's figure, or of another year's, are nobody's figures. */
function isOfUnknownWhole({ list }: Item, figures: Registry): boolean {
  const whole = list?.whole;
  if (whole === undefined) return false;
  if (whole.mentions.some(({ elsewhen, role }) => elsewhen === true || role === 'last')) return true;
  if (isOfUnknownWhole(whole, figures)) return true;
  return whole.name !== '' && whole.mentions.length > 0 && idsCalled(whole, '', figures).length === 0;
}

interface Candidate {
  readonly figure: Figure;
  readonly value: Value;
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

function verdictOn(item: Item, mention: Mention, candidates: readonly Candidate[]): Judgement | undefined {
  const [first] = candidates;
  if (first === undefined || candidates.some(({ value }) => value.state === 'undisclosed')) return undefined;
  const told = toldBy(mention);
  const fitting = candidates.find(({ value }) => agrees(told, value, mention));
  const { figure, value } = fitting ?? first;
  const slip =
    fitting === undefined &&
    mention.quantity.writtenUnit === '元' &&
    candidates.some((one) => agrees(inTenThousands(told), one.value, mention));
  return { mention, name: item.name, figure, expected: value, agrees: fitting !== undefined, slip };
}

/** An amount of nobody's that is told as a share of a figure. */
function judgeShare(
  item: Item,
  mention: Mention,
  sentence: Sentence,
  figures: Registry,
): Judgement | undefined {
  const { role, whole = '', of } = mention;
  const amount = item.mentions.find((one) => one.role === 'amount' || one.role === 'outturn');
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

function toldBy(mention: Mention): Interval {
  const { role, direction, quantity } = mention;
  if (role === 'change') return signed(intervalOf(quantity), direction);
  if (role === 'changeRate') return signed(rateOf(mention), direction);
  return intervalOf(quantity);
}

function inTenThousands({ low, high }: Interval): Interval {
  return { low: low.times(10000), high: high.times(10000) };
}

function agrees(told: Interval, value: Value, { role, quantity }: Mention): boolean {
  // On no base, growth is printed in one way or another (R65), but a budget of nothing was not used up by any rate.
  if (value.state !== 'known')
    return role !== 'completion' || (value.state === 'undefined' && value.base === 'both-zero');
  const interval = intervalOfValue(value);
  if (overlaps(told, interval)) return true;
  // Some booklets print the variance without its sign.
  return role === 'variance' && !quantity.value.isNegative() && overlaps(told, signed(interval, -1));
}

const CURRENT: ReadonlySet<Role> = new Set(['amount', 'outturn']);

/** The values that a mention may mean by a figure; none where the figure has no such value. */
function candidatesOf(
  item: Item,
  mention: Mention,
  id: string,
  sentence: Sentence,
  figures: Registry,
): readonly Candidate[] {
  const figure = figures.find(id);
  if (figure === undefined) return [];
  const { role, quantity } = mention;
  const ofUnit = (one: Figure | undefined): readonly Candidate[] =>
    one === undefined || one.unit !== quantity.unit ? [] : [{ figure: one, value: one.value }];
  if (role === 'share') return sharesOf(item, mention, figure, sentence, figures);
  if (quantity.unit !== '%' && quantity.kind !== 'times' && figure.unit !== quantity.unit) return [];
  if (CURRENT.has(role)) return quantity.unit === '%' ? [] : ofUnit(figure);
  if (role === 'last') return ofUnit(figures.find(`${id}.上年`));
  if (role === 'initial' || role === 'adjusted' || role === 'budget')
    return budgetsOf(id, role, figures).flatMap(ofUnit);
  return comparisonsOf(item, mention, figure, figures);
}

function comparisonsOf(
  item: Item,
  mention: Mention,
  figure: Figure,
  figures: Registry,
): readonly Candidate[] {
  const { role } = mention;
  if (role === 'completion' || role === 'variance') return completionsOf(mention, figure, figures);
  if (role !== 'change' && role !== 'changeRate') return [];
  const comparand = mention.comparand ?? comparandBefore(item, mention) ?? assumed(item);
  if (comparand === 'last') return changesOf(mention, figure, figures);
  if (comparand === undefined || comparand === 'other' || figure.unit !== '万元') return [];
  return budgetsOf(figure.id, comparand, figures).map((budget) => {
    const difference = differenceOf(figure.value, budget.value);
    return { figure, value: role === 'changeRate' ? percentageOf(difference, budget.value) : difference };
  });
}

function completionsOf(
  { role, comparand }: Mention,
  figure: Figure,
  figures: Registry,
): readonly Candidate[] {
  if (figure.unit !== '万元') return [];
  return budgetsOf(figure.id, comparand ?? 'budget', figures).map((budget) => {
    const part = role === 'completion' ? figure.value : differenceOf(figure.value, budget.value);
    return { figure, value: percentageOf(part, budget.value) };
  });
}

function changesOf({ role, quantity }: Mention, figure: Figure, figures: Registry): readonly Candidate[] {
  const ofRate = role === 'changeRate';
  const change = figures.find(`${figure.id}.${ofRate ? '增减率' : '增减额'}`);
  if (change === undefined || (!ofRate && change.unit !== quantity.unit)) return [];
  return [{ figure, value: change.value }];
}

/** Growth is growth on last year, where nothing else is spoken of. */
function assumed({ mentions, lead }: Item): Comparand | undefined {
  const other = mentions.some(
    ({ role }) => role !== 'change' && role !== 'changeRate' && role !== 'amount' && role !== 'share',
  );
  return other || /预算|计划|目标/u.test(lead) ? undefined : 'last';
}

function comparandBefore({ mentions }: Item, mention: Mention): Comparand | undefined {
  const index = mentions.indexOf(mention);
  return mentions.slice(0, index).findLast(({ role }) => role === 'change' || role === 'changeRate')
    ?.comparand;
}

/** The budgets that belong to an outturn. */
function budgetsOf(id: string, which: Comparand | Role, figures: Registry): readonly Figure[] {
  const initial = figures.find(initialBudgetOf(id));
  const adjusted = figures.find(
    id.replace('.决算数.', '.全年预算数.').replace(/\.全年执行数$/u, '.全年预算数'),
  );
  const known = [
    ...(which === 'adjusted' ? [] : [initial]),
    ...(which === 'initial' ? [] : [adjusted?.id === id ? undefined : adjusted]),
  ];
  return known.flatMap((budget) => (budget === undefined || budget.id === id ? [] : [budget]));
}

function initialBudgetOf(id: string): string {
  return id
    .replace('.决算数.', '.年初预算数.')
    .replace(/\.全年执行数$/u, '.年初预算数')
    .replace(/^财政拨款\.(?:本年支出|支出总计)$/u, '年初预算.财政拨款')
    .replace(/^财政拨款\.(.+)\.支出总计$/u, '年初预算.$1')
    .replace(/^支出\.(\d+)\.(.+预算)\.合计$/u, '年初预算.$1.$2')
    .replace(/^支出\.([^.\d]+预算)\.合计$/u, '年初预算.$1');
}

/** The shares that a figure may have in what the mention calls its whole. */
function sharesOf(
  item: Item,
  mention: Mention,
  figure: Figure,
  sentence: Sentence,
  figures: Registry,
): readonly Candidate[] {
  const { whole = '' } = mention;
  if (whole === '') return impliedShares(item, figure, figures);
  if (mention.of !== undefined) return [];
  return figuresCalled(whole, sentence, figures)
    .filter((other) => other.unit === figure.unit)
    .map((other) => ({ figure, value: percentageOf(figure.value, other.value) }));
}

/** The figures that a text calls so inside a sentence. */
function figuresCalled(words: string, { text }: Sentence, figures: Registry): readonly Figure[] {
  const named: Item = {
    name: words.replaceAll(/[\s“”]/gu, ''),
    lead: '',
    mentions: [],
    claims: [],
    fromNothing: false,
  };
  return idsCalled(named, text.slice(-60), figures).flatMap((id) => figures.find(id) ?? []);
}

/** 占 20.06% without more: of what the list is a list of, or as the booklet has it. */
function impliedShares({ list }: Item, figure: Figure, figures: Registry): readonly Candidate[] {
  if (list === undefined) {
    const share = figures.find(`${figure.id}.占比`);
    return share === undefined ? [] : [{ figure, value: share.value }];
  }
  return idsCalled(list.whole, '', figures).flatMap((id) => {
    const whole = figures.find(id);
    return whole === undefined || whole.unit !== figure.unit
      ? []
      : [{ figure, value: percentageOf(figure.value, whole.value) }];
  });
}
