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
export function contradicted(quantity: Quantity, items: readonly FormIndicator[], side: Side): FormIndicator | undefined {
  const meant = items.flatMap((item) => {
    const likeness = likenessOf(quantity.phrase, item);
    return likeness >= LIKENESS && isSameKind(quantity, item, side, likeness) ? [{ item, likeness }] : [];
  });
  if (meant.some(({ item }) => item[side]?.number.eq(quantity.number))) return undefined;
  return meant.sort((a, b) => b.likeness - a.likeness || coreOf(b.item).core.length - coreOf(a.item).core.length)[0]?.item;
}

/** The same unit; or something where the indicator has nothing, whatever the unit. */
function isSameKind(quantity: Quantity, item: FormIndicator, side: Side, likeness: number): boolean {
  const measured = item[side];
  if (measured === undefined) return false;
  const unit = measured.unit === '' ? (item.target?.unit ?? '') : measured.unit;
  if (unit === '') return likeness >= 1;
  if (hasUnit(quantity, unit)) return true;
  const counts = unit !== '%' && !/^[%％]/u.test(quantity.rest);
  return side === 'actual' && counts && measured.number.isZero() && quantity.number.gt(0);
}

function likenessOf(phrase: string, item: FormIndicator): number {
  const { core, pairs } = coreOf(item);
  if (core.length >= SHORTEST_EXACT && phrase.includes(core)) return 1;
  if (core.length < SHORTEST_FUZZY || pairs.size === 0) return 0;
  const said = pairsOf(phrase);
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
