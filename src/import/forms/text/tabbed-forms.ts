import { plainWords } from '../../tables/words.ts';
import type { GivenText, TextTable } from '../../text/given-text.ts';
import type { Sheet, SheetCell } from '../../workbook/sheet.ts';
import type { ExpectedForm } from '../expected-form.ts';
import { findForms } from '../find-forms.ts';

/** So many lines without a tab may stand between two that have one: a form's title, or the lines of a cell. */
const APART = 3;

/** A line of a text: what it says, and where it begins. */
interface Line {
  readonly text: string;
  readonly from: number;
}

/** The forms of a text whose cells are divided by tabs, as spreadsheets and browsers copy them: a row is a line. */
export function tabbedForms(given: GivenText, forms: readonly ExpectedForm[]): readonly TextTable[] {
  if (!given.text.includes('\t')) return [];
  return runsIn(linesOf(given.text)).flatMap((lines) => {
    const sheet = sheetOf(given, lines);
    const [first] = findForms(sheet, forms);
    if (first === undefined) return [];
    const titled = lines
      .slice(0, first.from)
      .findLastIndex(({ text }) => plainWords(text).endsWith(first.expected.titleWords));
    const from = lines[titled < 0 ? first.from : titled]?.from ?? 0;
    const last = lines.at(-1);
    return [{ sheet, spans: [[from, (last?.from ?? 0) + (last?.text.length ?? 0)]] }];
  });
}

function linesOf(text: string): readonly Line[] {
  let from = 0;
  return text.split('\n').map((line) => {
    const one = { text: line, from };
    from += line.length + 1;
    return one;
  });
}

/** Lines that belong together: from a few above the first one that has a tab to the last one that has one. */
function runsIn(lines: readonly Line[]): readonly (readonly Line[])[] {
  const tabbed = lines.flatMap(({ text }, at) => (text.trim().includes('\t') ? [at] : []));
  const starts = tabbed.filter((at, index) => at - (tabbed[index - 1] ?? -Infinity) > APART + 1);
  return starts.map((start) => {
    const next = starts.find((one) => one > start) ?? Infinity;
    const end = tabbed.findLast((at) => at < next) ?? start;
    return lines.slice(Math.max(start - APART, 0), end + 1);
  });
}

function sheetOf({ file, at }: GivenText, lines: readonly Line[]): Sheet {
  return {
    file,
    name: at(lines[0]?.from ?? 0),
    rows: lines.map(({ text }, row) =>
      text.split('\t').map((cell, column): SheetCell | undefined => {
        const words = cell.trim();
        return words === '' ? undefined : { row, column, text: words, isNumber: false };
      }),
    ),
    merges: [],
    places: lines.map(({ from }) => at(from)),
  };
}
