import type { Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';
import { type Value, differenceOf, percentageOf } from '../figures/value.ts';
import { budgetsOf } from './budgets-of.ts';
import { fundNamed } from './charity/other-names.ts';
import { idsCalled } from './figures-called.ts';
import { BUDGETS, type Comparand, type Role } from './roles.ts';
import type { Item, Mention, Sentence } from './sentence.ts';

export interface Candidate {
  readonly figure: Figure;
  readonly value: Value;
}

const CURRENT: ReadonlySet<Role> = new Set(['amount', 'outturn']);
/** The values that a mention may mean by a figure; none where the figure has no such value. */
export function candidatesOf(
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
  if (isLastYears(mention)) return ofUnit(figures.find(`${id}.上年`));
  if (BUDGETS.has(role)) return budgetsOf(id, role, figures).flatMap(ofUnit);
  return comparisonsOf(item, mention, figure, figures);
}

/** 上年 60.43 万元; 由2022年的 60.43 万元提高到…. */
function isLastYears({ role, comparand }: Mention): boolean {
  return role === 'last' || (role === 'base' && comparand === 'last');
}

function comparisonsOf(
  item: Item,
  mention: Mention,
  figure: Figure,
  figures: Registry,
): readonly Candidate[] {
  const { role } = mention;
  if (role === 'completion' || role === 'variance') return completionsOf(item, mention, figure, figures);
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
  item: Item,
  mention: Mention,
  figure: Figure,
  figures: Registry,
): readonly Candidate[] {
  const { role, comparand = budgetBefore(item, mention) } = mention;
  if (figure.unit !== '万元') return [];
  return budgetsOf(figure.id, comparand, figures).map((budget) => {
    const part = role === 'completion' ? figure.value : differenceOf(figure.value, budget.value);
    return { figure, value: percentageOf(part, budget.value) };
  });
}

/** 全年预算 51.30 万元，…，差异率 -2.94%: on the one budget that is told before it. */
function budgetBefore({ mentions }: Item, mention: Mention): Role {
  const told = mentions.slice(0, mentions.indexOf(mention)).filter(({ role }) => BUDGETS.has(role));
  return told.length === 1 && told[0] !== undefined ? told[0].role : 'budget';
}

function changesOf({ role, quantity }: Mention, figure: Figure, figures: Registry): readonly Candidate[] {
  const ofRate = role === 'changeRate';
  const change = figures.find(`${figure.id}.${ofRate ? '增减率' : '增减额'}`);
  if (change === undefined || (!ofRate && change.unit !== quantity.unit)) return [];
  return [{ figure, value: change.value }];
}

/** A budget, and not a fund that is called so. */
const PLANNED = /(?<!一般公共|政府性基金|国有资本经营|社会保险基金)预算|计划|目标/u;

/** Growth is growth on last year, where nothing else is spoken of. */
function assumed({ mentions, lead }: Item): Comparand | undefined {
  const other = mentions.some(
    ({ role }) => role !== 'change' && role !== 'changeRate' && role !== 'amount' && role !== 'share',
  );
  return other || PLANNED.test(lead) ? undefined : 'last';
}

function comparandBefore({ mentions }: Item, mention: Mention): Comparand | undefined {
  const index = mentions.indexOf(mention);
  return mentions.slice(0, index).findLast(({ role }) => role === 'change' || role === 'changeRate')
    ?.comparand;
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
  if (mention.of !== undefined) return [];
  if (whole === '') return impliedShares(item, figure, figures);
  return figuresCalled(whole, sentence, figures)
    .filter((other) => other.unit === figure.unit)
    .map((other) => ({ figure, value: percentageOf(figure.value, other.value) }));
}

/** The figures that a text calls so inside a sentence. */
export function figuresCalled(words: string, { text }: Sentence, figures: Registry): readonly Figure[] {
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
function impliedShares({ list, name }: Item, figure: Figure, figures: Registry): readonly Candidate[] {
  if (list === undefined) {
    // Of what a fund is a part, only words before it tell.
    if (fundNamed(name) !== undefined) return [];
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
