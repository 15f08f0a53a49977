import { APPROPRIATIONS } from '../../accounts/categories.ts';
import type { Sentence } from '../../charts/chart.ts';
import type { Direction } from '../../charts/figure-words.ts';
import {
  leaves,
  type ComparedRow,
  type ComparedSection,
  type NoChange,
} from '../../compile/booklet-comparison.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { nameInSentence } from '../../document/print-figure.ts';
import { exactOf, type Figure } from '../../figures/figure.ts';
import { largestChanges, type YearComparison } from '../../figures/year-comparison.ts';
import { printed } from './printed.ts';

/** Where a section has more than one total, those that a citizen asks for, the first first. */
const WHOLES = ['收入.本年收入合计', '收入.总计', '支出.本年支出合计', '支出.总计', '财政拨款.支出总计'];

/** Sections that list every code, from all money to its parts. */
const BY_CODE = ['functional', ...Object.keys(APPROPRIATIONS), 'basic'];
/** How many rows a reader runs over without being asked. */
const FEW = 12;

/** A section that has something to say. */
export interface SaidSection extends ComparedSection {
  /** Whether it opens only when it is asked for: long, and a part of what another one lists. */
  readonly folded: boolean;
}

/** Sets apart the sections of which nothing is disclosed, or nothing but their total. */
export function bySaying(sections: readonly ComparedSection[]): {
  readonly said: readonly SaidSection[];
  readonly silent: readonly ComparedSection[];
} {
  const says = ({ rows }: ComparedSection): boolean => rows.some(({ total }) => !total);
  const said = sections.filter(says);
  const first = said.find(({ key }) => BY_CODE.includes(key));
  return {
    said: said.map((section) => ({
      ...section,
      folded: section !== first && BY_CODE.includes(section.key) && section.rows.length > FEW,
    })),
    silent: sections.filter((section) => !says(section)),
  };
}

const NO_CHANGE: Readonly<Record<NoChange, (year: number) => string>> = {
  'nothing-of-last-year': (year) => `没有${year - 1}年的数，不能比较。`,
  'nothing-in-common': () => '没有两年都公开了的项目，不能比较。',
  'no-change': () => '两年都公开了的各项都没有变化。',
};

/** Why a booklet of this year has no changes to show. */
export function noChangeWords(reason: NoChange, year: number): string {
  return NO_CHANGE[reason](year);
}

/** What a section of a comparison comes to. */
export interface ComparedWords {
  /** The whole this year and its change: `本年收入合计6009.22万元，比上年增加629.83万元，增长10.92%`; or nothing. */
  readonly whole: Sentence;
  /** Its change in short: `本年收入合计增长10.92%`; nothing where it is not known. */
  readonly growth: Sentence;
  readonly direction: Direction | undefined;
  /** Which items rose and which fell most. */
  readonly items: Sentence;
}

/** Puts a section of a comparison into words; what is not disclosed is left out. */
export function comparedWords({ rows }: ComparedSection, booklet: Booklet): ComparedWords {
  const whole = wholeOf(rows);
  return {
    whole: whole === undefined ? [] : wholeWords(whole, booklet),
    growth: whole === undefined ? [] : growthWords(whole, booklet),
    direction: whole && directionOf(whole.years.change),
    items: itemWords(rows, booklet),
  };
}

/** The total that a citizen asks for first, if its change is known, otherwise the next of which it is. */
function wholeOf(rows: readonly ComparedRow[]): ComparedRow | undefined {
  const totals = rows.filter(({ total }) => total);
  if (totals.length === 1) return totals[0];
  const asked = WHOLES.flatMap((id) => totals.filter(({ years }) => years.current.id === id));
  return asked.find(({ years }) => exactOf(years.change) !== undefined) ?? asked[0];
}

function wholeWords({ label, years }: ComparedRow, booklet: Booklet): Sentence {
  const current = printed(years.current, booklet);
  if (current.value === '') return [];
  const change = changeWords(years, booklet);
  return [
    { nameOf: current.id, text: label },
    current,
    '万元',
    ...(change.length > 0 ? ['，比上年', ...change] : []),
  ];
}

/** `本年收入合计增长10.92%` or, from nothing, by what amount; nothing where that is not known. */
function growthWords({ label, years }: ComparedRow, booklet: Booklet): Sentence {
  const change = changeWords(years, booklet);
  return change.length === 0 ? [] : [{ nameOf: years.current.id, text: label }, ...change.slice(-3)];
}

/** `增加629.83万元，增长10.92%`. */
function changeWords({ change, rate }: YearComparison, { source }: Booklet): Sentence {
  const direction = directionOf(change);
  if (direction === undefined) return [];
  if (direction === 'same') return ['没有变化'];
  const [more, grew] = direction === 'up' ? ['增加', '增长'] : ['减少', '下降'];
  const words = (figure: Figure) => nameInSentence(figure, source.pack.conventions);
  const amount: Sentence = [more, words(change), '万元'];
  return exactOf(rate) === undefined ? amount : [...amount, '，', grew, words(rate), '%'];
}

function itemWords(rows: readonly ComparedRow[], { source }: Booklet): Sentence {
  const items = leaves(rows);
  const sorted = largestChanges(
    items.map(({ years }) => years),
    items.length,
  );
  const said = (['up', 'down'] as const).flatMap((direction): readonly Sentence[] => {
    const years = sorted.find(({ change }) => directionOf(change) === direction);
    const row = items.find((one) => one.years === years);
    if (years === undefined || row === undefined) return [];
    const more = direction === 'up' ? '增加' : '减少';
    const amount = nameInSentence(years.change, source.pack.conventions);
    const name = { nameOf: row.years.current.id, text: row.label };
    return [[`${more}最多的是`, name, `，${more}`, amount, '万元']];
  });
  return said.flatMap((one, index) => [...(index > 0 ? ['；'] : []), ...one]);
}

function directionOf(change: Figure): Direction | undefined {
  const exact = exactOf(change);
  if (exact === undefined) return undefined;
  if (exact.isZero()) return 'same';
  return exact.isNegative() ? 'down' : 'up';
}
