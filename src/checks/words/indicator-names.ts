import type { LoadedEvaluation } from '../../accounts/load-evaluations.ts';
import type { Measurement } from '../../accounts/measurement.ts';
import { remembered } from '../../source/remembered.ts';
import { indicatorsOf, type FormIndicator } from '../forms/indicators.ts';
import { piecesOf } from './pieces.ts';
import { agrees, hasUnit, states, type Quantity } from './quantities.ts';

/** What an indicator says it should be or was. */
export type Side = 'target' | 'actual';

/** An indicator as a text would speak of it. */
export interface SpokenIndicator {
  readonly item: FormIndicator;
  /** Of its name, what a text repeats. */
  readonly core: string;
  /** Neighbouring characters of the core, which tell how much of it a phrase repeats. */
  readonly pairs: ReadonlySet<string>;
  readonly target: SpokenValue | undefined;
  readonly actual: SpokenValue | undefined;
}

interface SpokenValue {
  readonly number: Measurement['number'];
  /** Its own or, where that is left out, the target's. */
  readonly unit: string;
}

/** Below this, too little of a name recurs in a phrase to say that it means the indicator. */
const LIKENESS = 0.75;
/** Names shorter than this are words that may mean anything. */
const SHORTEST_EXACT = 3;
const SHORTEST_FUZZY = 4;

/** The indicators of a form that a text can speak of. */
export const spokenIndicators = remembered((form: LoadedEvaluation): readonly SpokenIndicator[] =>
  indicatorsOf(form).flatMap((item) => speak(item)),
);

function speak(item: FormIndicator): readonly SpokenIndicator[] {
  const core = coreOf(item.indicator.name);
  if (core.length < SHORTEST_EXACT) return [];
  const unit = item.target?.unit ?? '';
  const value = (measured: Measurement | undefined): SpokenValue | undefined =>
    measured && { number: measured.number, unit: measured.unit === '' ? unit : measured.unit };
  return [{ item, core, pairs: pairsOf(core), target: value(item.target), actual: value(item.actual) }];
}

/** Finds the indicator that a number in a text contradicts, among those that the words before it may mean. */
export function contradicted(
  quantity: Quantity,
  spoken: readonly SpokenIndicator[],
  side: Side,
): FormIndicator | undefined {
  const { phrase } = quantity;
  const fits = (one: SpokenIndicator): boolean => {
    const value = one[side];
    // 62万件以上 is a target of 62, whatever more may be done.
    const says = side === 'target' ? states : agrees;
    return value !== undefined && says(quantity, value.number.toNumber());
  };
  if (phrase.length < SHORTEST_EXACT) return undefined;
  const named = spoken.filter((one) => phrase.includes(one.core) && kindOf(quantity, one, side) !== 'other');
  if (named.some(fits)) return undefined;
  if (named.length > 0) return longest(named);
  const said = pairsOf(phrase);
  const alike = spoken.filter(
    (one) => kindOf(quantity, one, side) === 'same' && likeness(said, one) >= LIKENESS,
  );
  return alike.some(fits) ? undefined : longest(alike);
}

function longest(spoken: readonly SpokenIndicator[]): FormIndicator | undefined {
  return spoken.toSorted((a, b) => b.core.length - a.core.length)[0]?.item;
}

/**
 * `same` for the same unit, or for something where the indicator has nothing, whatever the unit; `bare` where the
 * indicator has no unit, so that only its full name can tell.
 */
function kindOf(quantity: Quantity, one: SpokenIndicator, side: Side): 'same' | 'bare' | 'other' {
  const value = one[side];
  if (value === undefined) return 'other';
  if (value.unit === '') return 'bare';
  if (hasUnit(quantity, value.unit)) return 'same';
  return side === 'actual' && value.number.isZero() && countsSomething(quantity, value.unit)
    ? 'same'
    : 'other';
}

function countsSomething({ number, rest }: Quantity, unit: string): boolean {
  return unit !== '%' && !/^[%％]/u.test(rest) && number !== 0;
}

function likeness(said: ReadonlySet<string>, { core, pairs }: SpokenIndicator): number {
  if (core.length < SHORTEST_FUZZY) return 0;
  let shared = 0;
  for (const pair of pairs) if (said.has(pair)) shared += 1;
  return shared / pairs.size;
}

const BRACKETS = /[（(][^（()）]*[)）]$/u;
const OPENING = /^(?:\d+[\p{Script=Han}]|全年|年度|本年)/u;
const COUNT = /(?:总数量|总数|总量|数量|个数|次数|户数|人数|家数|件数|场次|数|量)$/u;

/** A name without quotes, bracketed units, 全年 before and 数量 behind; most names have none of them. */
function coreOf(name: string): string {
  let core = name;
  if (/[”"“\s]/u.test(core)) core = core.replaceAll(/[“”"\s]/gu, '');
  if (/[)）]$/u.test(core)) core = core.replace(BRACKETS, '');
  if (/^[\d全年本]/u.test(core)) core = core.replace(OPENING, '');
  return '数量次'.includes(core.at(-1) ?? ' ') ? core.replace(COUNT, '') : core;
}

/** Neighbouring characters of a text, without the words that join. */
function pairsOf(text: string): ReadonlySet<string> {
  return new Set(piecesOf(text.replaceAll(/[及和与的、]/gu, ''), 2));
}
