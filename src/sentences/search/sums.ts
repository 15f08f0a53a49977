import { areExchanged } from '../relations/movements.ts';
import { isApiece } from '../relations/placed.ts';
import { areNested } from '../relations/overlapping.ts';
import { TURNS_TO_ELSE } from '../split.ts';
import { signOfChange } from './directions.ts';
import { bits, textOf, total, type Guess } from './guess.ts';
import { signedSums } from './signed-sums.ts';
import { isMoneyOrCount, type Term } from './terms.ts';
import { isDivided, isFromOpening, isToldSum } from './told-sums.ts';
import { IN_ALL, TOGETHER } from '../sum-words.ts';

const LISTS = /其中|包括|分别|由|：|含|来源|一是|组成|构成|（|分为|主要是|主要用于|用于/u;
const TOTALS = new RegExp(`[合总小]计|${TOGETHER}|${IN_ALL}|累计`, 'u');
const JOINED = /^[、和与及]$/u;
const SUMMED = /[合共总]计|累计/u;
const COMPARES = /增|减|升|降|余|剩|差|节|超|调|未|尚|比|结|还|扣|净|高|低|多|少/u;
const APART_BY = /[多少高低差](?:了|出)?$/u;
const PRICED = /每|均|单价|单台|单位成本|标准/u;
const APART: ReadonlySet<string> = new Set(['last', 'base', 'whole', 'initial', 'adjusted', 'budget']);

/** Totals, differences and balances among numbers of one unit. */
export function sumGuesses(terms: readonly Term[]): readonly Guess[] {
  const amounts = terms.filter(
    (one) => isMoneyOrCount(one) && !PRICED.test(one.placed.clause) && !isApiece(one.placed),
  );
  return [
    ...mixedTotals(terms),
    ...[...new Set(amounts.map(({ quantity }) => quantity.unit))].flatMap((unit) => {
      const own = amounts.filter(({ quantity }) => quantity.unit === unit);
      return rowsOf(own).flatMap((row) => [
        ...[...ahead(row, terms), ...behind(row, terms)].filter(({ parts }) => !parts.some(isTurned)),
        ...differences(row),
        ...signedSums(row),
      ]);
    }),
  ];
}

const ALL = /^，[^，。；\d]{0,4}(?:[合共总]计|共)[^，。；：、\d]{0,4}$/u;

/** 轮椅 186 辆、助听器 94 台、假肢 27 例，共计 307 件（例）: things of several units, and all of them. */
function mixedTotals(terms: readonly Term[]): readonly Guess[] {
  return terms.flatMap((all, at) => {
    if (!ALL.test(all.placed.lead)) return [];
    const before = terms.slice(0, at).toReversed();
    const end = before.findIndex(({ placed }) => !/^(?:、|和|及|与|，并|，?另)/u.test(placed.lead));
    const parts = before.slice(0, end < 0 ? before.length : end + 1).toReversed();
    const units = new Set(parts.map(({ quantity }) => quantity.unit));
    const counted = [...parts, all].every(({ quantity }) => quantity.kind === 'count');
    return counted && parts.length > 2 && units.size > 1 ? [sumOf(parts, all, 7)] : [];
  });
}

/** All of a unit in their order; the same without what is compared with, and without what stands in brackets. */
function rowsOf(own: readonly Term[]): readonly (readonly Term[])[] {
  const rows = [
    own,
    own.filter((one) => !isApart(one)),
    own.filter(({ placed }) => placed.mention.direction === 0),
  ];
  const known = new Set<string>();
  return rows.filter((row) => {
    const key = row.map(({ quantity }) => quantity.from).join();
    return row.length > 2 && !known.has(key) && known.add(key).size > 0;
  });
}

/** 由 0.20 万元压减至 0.15 万元: nobody adds what was to what became of it. */
function isTurned({ placed: { mention, clause } }: Term): boolean {
  return mention.role === 'base' && /[由从]/u.test(clause);
}

/** What is compared with belongs to no sum of this year. */
function isApart({ placed }: Term): boolean {
  return APART.has(placed.mention.role) || /上年|去年|同期/u.test(placed.clause);
}

/** What words that leave no other reading are worth more, in bits. */
const NAMED = 8;

function sumOf(parts: readonly Term[], result: Term, bits: number, named = false): Guess {
  const apart = [...parts, result].filter(isApart).length;
  const isNamed = named && apart === 0;
  const cue = (apart === 0 || apart > parts.length ? bits : 0) + (isNamed ? NAMED : 0);
  return { kind: 'sum', parts, result, make: total, cue, isNamed, formula: textOf(parts, ' ＋ ') };
}

/** 收入 12 万元，其中 A 5 万元、B 7 万元: what follows a number without a gap. */
function ahead(row: readonly Term[], terms: readonly Term[]): readonly Guess[] {
  return row.flatMap((whole, at) =>
    row.slice(at + 2).flatMap((last, length) => {
      const parts = row.slice(at + 1, at + 3 + length);
      if (!areParts(whole, parts)) return [];
      const next = row[at + 3 + length];
      const ends = next === undefined || TURNS_TO_ELSE.test(next.placed.lead);
      const lists = LISTS.test(parts[0]?.placed.lead ?? '');
      const own = terms.indexOf(last) - terms.indexOf(whole);
      // Each alone, or each with its share.
      const even = own % parts.length === 0;
      return [
        sumOf(
          parts,
          whole,
          bits(lists, even ? 5 : 2) +
            bits(ends, 2) +
            bits(lists && own === parts.length, 1) +
            bits(isRow(parts, next), 2) +
            bits(hasOpposites(parts), 4),
          ends && own === parts.length && isDivided(whole, parts),
        ),
      ];
    }),
  );
}

/** What sums up is no part; of two that hold each other, neither is one beside the other. */
function areParts(whole: Term, parts: readonly Term[]): boolean {
  const words = parts.map(({ placed }) => placed.clause);
  if (areExchanged(words)) return false;
  return !words.some((one) => SUMMED.test(one)) && !areNested(words) && !isOfADate(whole, parts);
}

const AS_OF = /截[至止]/u;

/** 总投资 3000 万元，截至年底市级已到位 1200 万元、县级…: what has come in by then is not all. */
function isOfADate(whole: Term, [first]: readonly Term[]): boolean {
  return AS_OF.test(first?.placed.lead ?? '') && !AS_OF.test(whole.placed.lead);
}

const LEFT = /结余|剩余|结转|余款|尾款|未(?:支付|使用|支出|执行|拨付)/u;
const SPENT = /(?<!未)(?:支出|支付|使用|拨付|执行)/u;

/** 合格、不合格; 支出、结余: what is so and what is not make all. */
function hasOpposites(parts: readonly Term[]): boolean {
  const words = parts.map(({ placed }) => placed.clause);
  const [a = '', b = '', more] = words;
  if (
    more === undefined &&
    [
      [a, b],
      [b, a],
    ].some(([x = '', y = '']) => SPENT.test(x) && LEFT.test(y) && !LEFT.test(x))
  )
    return true;
  return words.some((one) => {
    const stem = /(?:不(?=合格|达标|及格|通过|符合)|未)(\p{Script=Han}{2})/u.exec(one)?.[1];
    return stem !== undefined && words.some((other) => other !== one && other.includes(stem));
  });
}

/** A、B、C，: joined alike, and what follows is not. */
function isRow([, ...others]: readonly Term[], next: Term | undefined): boolean {
  const marks = new Set(others.map(({ placed }) => placed.lead.charAt(0).replace(/[和及与]/u, '、')));
  return others.length > 1 && marks.size === 1 && !marks.has(next?.placed.lead.charAt(0) ?? '');
}

/** The words before a number; 49 批次、406 人次 are told by the same. */
function wordsOf(term: Term, terms: readonly Term[]): string {
  const before = terms[terms.indexOf(term) - 1];
  const { lead, clause } =
    before !== undefined && JOINED.test(term.placed.lead) ? before.placed : term.placed;
  return lead + clause;
}

function behind(row: readonly Term[], terms: readonly Term[]): readonly Guess[] {
  return row.flatMap((whole, at) =>
    row.slice(0, Math.max(at - 1, 0)).map((_, from) => {
      const words = wordsOf(whole, terms);
      const totals = TOTALS.test(words.slice(-8)) && !/其中|预算|计划/u.test(words);
      return sumOf(
        row.slice(from, at),
        whole,
        bits(totals, 5) + bits(totals && from === 0, 2) + bits(isRow(row.slice(from, at), whole), 1),
        from === 0 && isToldSum(row.slice(0, at), whole, terms),
      );
    }),
  );
}

const NEAR = 5;
/** Of three numbers that stand near each other, the largest is the two others together. */
function differences(row: readonly Term[]): readonly Guess[] {
  return row.flatMap((a, at) =>
    row.slice(at + 1, at + NEAR).flatMap((b, gap) =>
      row.slice(at + gap + 2, at + NEAR).flatMap((c): Guess[] => {
        const [large, middle, small] = [a, b, c].toSorted((one, other) => other.value - one.value);
        if (large === undefined || middle === undefined || small === undefined) return [];
        // What rose and what fell is added with its sign.
        if ([a, b, c].every((one) => signOfChange(one) !== 0)) return [];
        const beside = row.indexOf(c) - at === 2;
        const isNet = /净(?!值|额|资产|利)/u.test(c.placed.clause) && c === small;
        const named = row.length === 3 && beside && (isNet || isFromOpening([a, b, c]));
        return [
          {
            kind: 'sum',
            parts: [large, middle],
            result: small,
            make: ([x = 0, y = 0]) => x - y,
            cue:
              bits(COMPARES.test(c.placed.clause + b.placed.clause), 3) +
              bits(APART_BY.test(c.placed.clause), 2) +
              bits(beside, 2) +
              bits(named, NAMED),
            isNamed: named,
            formula: textOf([large, middle], ' − '),
          },
        ];
      }),
    ),
  );
}
