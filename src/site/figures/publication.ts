import { knownText } from '../../accounts/disclosed.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { publishedFigures } from '../../compile/published-figures.ts';
import { dayInWords } from '../../document/day-in-words.ts';
import { correctedPrints } from '../../figures/corrections.ts';
import { originAddress } from '../origins/figure-address.ts';
import { printed, type Printed } from './printed.ts';

/** A figure of a correction: what was printed of it, and what since then. */
export interface CorrectedFigure extends Pick<Printed, 'id' | 'label' | 'unit'> {
  /** Address of what is told of its origin. */
  readonly href: string;
  readonly before: string;
  /** What was printed then; the figure itself where that is what is printed now. */
  readonly after: string | Printed;
}

/** What an edition corrected. */
export interface Correction {
  readonly edition: number;
  readonly day: string;
  readonly changes: string;
  readonly figures: readonly CorrectedFigure[];
}

/** When a booklet was approved and published, and what was corrected since. */
export interface PublicationNotice {
  readonly dates: readonly { readonly name: string; readonly day: string }[];
  /** The first first. */
  readonly corrections: readonly Correction[];
}

/** What a booklet says of its publication; undefined where it says nothing. */
export function publicationNotice(booklet: Booklet, page: URL): PublicationNotice | undefined {
  const { approvedOn, publishedOn, corrections } = booklet.publication;
  const dates = [
    ['批复日期', approvedOn],
    ['公开日期', publishedOn],
  ] as const;
  if (approvedOn === undefined && publishedOn === undefined && corrections.length === 0) return undefined;
  return {
    dates: dates.flatMap(([name, day]) => (day === undefined ? [] : [{ name, day: dayInWords(day) }])),
    corrections: corrections.map(({ edition, date, changes, before }) => ({
      edition,
      day: dayInWords(date),
      changes,
      figures: Object.keys(before).flatMap((id) => correctedFigure(id, edition, booklet, page)),
    })),
  };
}

/** Said at the head of a booklet that was corrected: `公开以后更正过2次，最近是2025年3月1日的第3版`. */
export function correctedWords({ publication: { corrections } }: Booklet): string | undefined {
  const last = corrections.at(-1);
  if (last === undefined) return undefined;
  const day = knownText(last.date);
  const on = day === undefined ? '' : `${dayInWords(day)}的`;
  return `公开以后更正过${corrections.length}次，最近是${on}第${last.edition}版`;
}

function correctedFigure(
  id: string,
  edition: number,
  booklet: Booklet,
  page: URL,
): readonly CorrectedFigure[] {
  const figure = publishedFigures(booklet).get(id);
  if (figure === undefined) return [];
  const now = printed(figure, booklet);
  const steps = correctedPrints(figure, now.printed);
  const at = steps.findIndex((step) => step.edition === edition);
  const step = steps[at];
  if (step === undefined) return [];
  const { label, unit } = now;
  const href = originAddress(page, booklet, id);
  const after = at === steps.length - 1 ? now : step.after;
  return [{ id, label, unit, href, before: step.before, after }];
}
