import { halfStep, Exact } from '../../accounts/decimal.ts';
import { equation, exactly, over, toldBy } from '../equations/equation.ts';
import { isExact } from '../equations/beside.ts';
import { times } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import type { Relation } from './relation.ts';
import { foundIn, numberAt } from './text-numbers.ts';

/** 生师比为 13.5:1, 床护比达到 1:0.5. */
const RATIO =
  /(?<one>[\p{Script=Han}])(?<other>[\p{Script=Han}])比(?:例)?(?:[由从]\d+(?:\.\d+)?[:：∶]\d+(?:\.\d+)?)?[^，。；：、\d]{0,5}(?<count>\d+(?:\.\d+)?)[:：∶](?<b>\d+(?:\.\d+)?)/dgu;
/** 护士与床位之比为 0.42:1. */
const RATIO_OF_NAMES =
  /(?:^|[，。；：])(?<one>[\p{Script=Han}]{2,6})[与和](?<other>[\p{Script=Han}]{2,6})(?:之比|比例)[^，。；：、\d]{0,3}(?<count>\d+(?:\.\d+)?)[:：∶](?<b>\d+(?:\.\d+)?)/dgu;
/** Whom a character of such a word means. */
const MEANT: Readonly<Record<string, RegExp>> = { 师: /师|教职工|教工/u, 生: /生/u, 医: /医/u, 护: /护/u };

/** How many of one there are to one of the other. */
export function ratioRelations(sentence: Sentence): readonly Relation[] {
  const { text, from } = sentence;
  return [...foundIn(text, RATIO), ...foundIn(text, RATIO_OF_NAMES)].flatMap(({ groups, at }) => {
    const place = at + from;
    const all = placedIn(sentence).filter((one) => one.mention.quantity.kind === 'count' && isExact(one));
    const before = all.filter((one) => one.mention.quantity.from < place);
    const counts = before.length > 0 ? before : all;
    const of = (name = ''): readonly Placed[] => counts.filter((one) => isMeant(one, name));
    const [ones, others] = [of(groups['one']), of(groups['other'])];
    const [first, second] = [ones.at(-1), others.at(-1)];
    if (first === undefined || second === undefined || first === second) return [];
    const { count: a = '', b = '' } = groups;
    const sure = ones.length === 1 && others.length === 1;
    return ofRatio(first.mention, second.mention, { a, b, sure, place });
  });
}

function isMeant({ mention: { words, after } }: Placed, name: string): boolean {
  // 普查指导员 is told as 指导员 further on.
  const isShort = words.length > 1 && name.endsWith(words);
  return isShort || (MEANT[name] ?? new RegExp(name, 'u')).test(words + after);
}

interface Ratio {
  readonly a: string;
  readonly b: string;
  /** The sentence tells no other number of either. */
  readonly sure: boolean;
  readonly place: number;
}

function ofRatio(one: Mention, other: Mention, { a, b, sure, place }: Ratio): readonly Relation[] {
  const told = numberAt(`${a}:${b}`, '', place);
  const quotient = over(toldBy(one), toldBy(other));
  if (quotient === undefined) return [];
  // What is rounded is the side that is not one.
  const [most, side] = a === '1' ? [b, over(exactly(1), quotient)] : [a, times(quotient, exactly(b))];
  const decimals = most.split('.')[1]?.length ?? 0;
  const value = new Exact(most);
  const half = halfStep(decimals);
  const result: Mention = { ...one, quantity: { ...told, value, half, kind: 'times' } };
  return [
    equation(result, side, [one, other], `${one.quantity.text} ÷ ${other.quantity.text}`, {
      named: true,
      sure,
    }),
  ];
}
