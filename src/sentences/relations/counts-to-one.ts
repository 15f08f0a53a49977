import { Exact } from '../../accounts/decimal.ts';
import { equation, exactly, over, toldBy } from '../equations/equation.ts';
import { isExact } from '../equations/beside.ts';
import { times } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import type { Relation } from './relation.ts';
import { numberAt } from './text-numbers.ts';

/** 生师比为 13.5:1, 床护比达到 1:0.5. */
const RATIO =
  /(?<one>[\p{Script=Han}])(?<other>[\p{Script=Han}])比(?:例)?[^，。；：、\d]{0,4}(?<a>\d+(?:\.\d+)?)[:：∶](?<b>\d+(?:\.\d+)?)/dgu;
/** Whom a character of such a word means. */
const MEANT: Readonly<Record<string, RegExp>> = { 师: /师|教职工|教工/u, 生: /生/u, 医: /医/u, 护: /护/u };

/** How many of one there are to one of the other. */
export function ratioRelations(sentence: Sentence): readonly Relation[] {
  const { text, from } = sentence;
  return [...text.matchAll(RATIO)].flatMap(({ groups = {}, indices }) => {
    const { one = '', other = '', a = '1', b = '1' } = groups;
    const place = indices?.groups?.['a']?.[0] ?? 0;
    const before = placedIn(sentence).filter(
      (each) =>
        each.mention.quantity.kind === 'count' && each.mention.quantity.from < place + from && isExact(each),
    );
    const [ones, others] = [one, other].map((name) => before.filter((each) => isMeant(each, name)));
    const [first, second] = [ones?.at(-1), others?.at(-1)];
    if (first === undefined || second === undefined || first === second) return [];
    const sure = ones?.length === 1 && others?.length === 1;
    return ofRatio(first.mention, second.mention, { a, b, sure, place: place + from });
  });
}

function isMeant({ mention: { words, after } }: Placed, name: string): boolean {
  return (MEANT[name] ?? new RegExp(name, 'u')).test(words + after);
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
  const half = new Exact(10).pow(-decimals).div(2);
  const result: Mention = { ...one, quantity: { ...told, value, half, kind: 'times' } };
  return [
    equation(result, side, [one, other], `${one.quantity.text} ÷ ${other.quantity.text}`, {
      named: true,
      sure,
    }),
  ];
}
