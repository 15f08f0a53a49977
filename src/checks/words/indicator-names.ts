import type { FormIndicator } from '../forms/indicators.ts';
import { hasUnit, type Quantity } from './quantities.ts';

/** Of an indicator's name, what a text repeats when it speaks of it. */
interface NameCore {
  readonly core: string;
  readonly pairs: ReadonlySet<string>;
}

/** Below this, too little of a name recurs in a phrase to say that it means the indicator. */
const LIKENESS = 0.75;
/** Names shorter than this are words that may mean anything. */
const SHORTEST_EXACT = 3;
const SHORTEST_FUZZY = 4;

const cache = new WeakMap<FormIndicator, NameCore>();

/** What an indicator says it should be or was: its number, and the unit to expect in a text. */
export type Side = 'target' | 'actual';

/** Finds the indicator that a number in a text contradicts, among those that the words before it may mean. */
export function contradicted(
  quantity: Quantity,
  items: readonly FormIndicator[],
  side: Side,
): FormIndicator | undefined {
  const { phrase } = quantity;
  if (phrase.length < SHORTEST_EXACT) return undefined;
  let said: ReadonlySet<string> | undefined;
  const meant = items.flatMap((item) => {
    const kind = kindOf(quantity, item, side);
    if (kind === 'other') return [];
    const likeness = phrase.includes(coreOf(item).core) ? 1 : likenessOf((said ??= pairsOf(phrase)), item);
    return likeness >= (kind === 'bare' ? 1 : LIKENESS) ? [{ item, likeness }] : [];
  });
  if (meant.some(({ item }) => item[side]?.number.eq(quantity.number))) return undefined;
  return meant.sort(
    (a, b) => b.likeness - a.likeness || coreOf(b.item).core.length - coreOf(a.item).core.length,
  )[0]?.item;
}

/**
 * `same` for the same unit, or for something where the indicator has nothing, whatever the unit; `bare` where the
 * indicator has no unit, so that only its full name can tell.
 */
function kindOf(quantity: Quantity, item: FormIndicator, side: Side): 'same' | 'bare' | 'other' {
  const measured = item[side];
  if (measured === undefined || coreOf(item).core.length < SHORTEST_EXACT) return 'other';
  const unit = measured.unit === '' ? (item.target?.unit ?? '') : measured.unit;
  if (unit === '') return 'bare';
  if (hasUnit(quantity, unit)) return 'same';
  return side === 'actual' && measured.number.isZero() && countsSomething(quantity, unit) ? 'same' : 'other';
}

function countsSomething({ number, rest }: Quantity, unit: string): boolean {
  return unit !== '%' && !/^[%％]/u.test(rest) && !number.isZero();
}

function likenessOf(said: ReadonlySet<string>, item: FormIndicator): number {
  const { core, pairs } = coreOf(item);
  if (core.length < SHORTEST_FUZZY) return 0;
  let shared = 0;
  for (const pair of pairs) if (said.has(pair)) shared += 1;
  return shared / pairs.size;
}

function coreOf(item: FormIndicator): NameCore {
  const known = cache.get(item);
  if (known !== undefined) return known;
  const core = item.indicator.name
    .replace(/[（(][^（()）]*[)）]$/u, '')
    .replaceAll(/[“”"\s]/gu, '')
    .replace(/^(?:\d+[\p{Script=Han}]|全年|年度|本年)/u, '')
    .replace(/(?:总数量|总数|总量|数量|个数|次数|户数|人数|家数|件数|场次|数|量)$/u, '');
  const found = { core, pairs: pairsOf(core) };
  cache.set(item, found);
  return found;
}

/** Neighbouring characters of a text, without the words that join. */
function pairsOf(text: string): ReadonlySet<string> {
  const plain = text.replaceAll(/[及和与的、]/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at += 1) pairs.add(plain.slice(at, at + 2));
  return pairs;
}
