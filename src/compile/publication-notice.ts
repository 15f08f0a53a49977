import type { PublishedCorrection } from '../accounts/schema/publication.ts';
import { dayInWords } from '../document/day-in-words.ts';
import { nameFigure, type NamedFigure } from '../document/print-figure.ts';
import { correctedPrints } from '../figures/corrections.ts';
import type { Booklet } from './booklet.ts';
import { editionChanges, type EditionChanges } from './compared/editions.ts';
import { publishedFigures } from './published-figures.ts';

/** A figure of a correction: what was printed of it, and what since then. */
export interface CorrectedFigure extends Pick<NamedFigure, 'id' | 'label' | 'unit'> {
  readonly before: string;
  /** What was printed then; the figure itself where that is what is printed now. */
  readonly after: string | NamedFigure;
}

/** What an edition corrected. */
export interface Correction<F extends CorrectedFigure = CorrectedFigure> {
  /** 第2版更正 */
  readonly title: string;
  readonly edition: number;
  readonly day: string;
  readonly changes: string;
  /** The edition that it took the place of, if that is kept. */
  readonly previous?: number;
  /** Those that it names itself, then those that were entered otherwise in the edition before it, if that is kept. */
  readonly figures: readonly F[];
  /** What else the two editions do not say alike, in a sentence. */
  readonly others?: string;
}

/** When a booklet was approved and published, and what was corrected since. */
export interface PublicationNotice<F extends CorrectedFigure = CorrectedFigure> {
  readonly dates: readonly { readonly name: string; readonly day: string }[];
  /** The first first. */
  readonly corrections: readonly Correction<F>[];
}

/** The words between the name of a corrected figure, its old number and the new one. */
export const CORRECTED = { from: '：由', to: '更正为' } as const;

/** What a booklet says of its publication, on the site and in files that leave it; undefined where it says nothing. */
export function publicationNotice(booklet: Booklet): PublicationNotice | undefined {
  const { approvedOn, publishedOn, corrections } = booklet.publication;
  const dates = [
    ['批复日期', approvedOn],
    ['公开日期', publishedOn],
  ] as const;
  if (approvedOn === undefined && publishedOn === undefined && corrections.length === 0) return undefined;
  return {
    dates: dates.flatMap(([name, day]) => (day === undefined ? [] : [{ name, day: dayInWords(day) }])),
    corrections: corrections.map((correction, index) => {
      const { edition, date, changes } = correction;
      const previous = corrections[index - 1]?.edition ?? 1;
      return {
        title: `第${edition}版更正`,
        edition,
        day: dayInWords(date),
        changes,
        ...(editionOf(previous, booklet) && { previous }),
        ...corrected(correction, previous, booklet),
      };
    }),
  };
}

function editionOf(edition: number, { oldEditions }: Booklet): Booklet | undefined {
  return oldEditions.find(({ superseded }) => superseded?.edition === edition);
}

/** The most figures that are listed of a correction beside those that it names: what more there are is counted. */
const LISTED = 10;

function corrected(
  { edition, before }: PublishedCorrection,
  previous: number,
  booklet: Booklet,
): Pick<Correction, 'figures' | 'others'> {
  const named = Object.keys(before).flatMap((id) => correctedFigure(id, edition, booklet));
  const isNewest = booklet.publication.corrections.at(-1)?.edition === edition;
  const [old, then] = [editionOf(previous, booklet), isNewest ? booklet : editionOf(edition, booklet)];
  const changes = old && then && editionChanges(old, then);
  if (changes === undefined) return { figures: named };
  const ids = new Set(named.map(({ id }) => id));
  const entered = changes.figures.filter((one) => one.entered && !ids.has(one.after.id)).slice(0, LISTED);
  const listed = entered.map(({ before: was, after }) => ({
    ...{ id: after.id, label: after.label, unit: after.unit, before: was.printed },
    after: isNewest ? after : after.printed,
  }));
  const figures = [...named, ...listed];
  return { figures, ...othersInWords(changes, previous, figures) };
}

/** `与第1版相比，另有41个数字和12处文字不同`; nothing where all is listed. */
function othersInWords(
  { figures: changed, onlyInOne, sentences }: EditionChanges,
  previous: number,
  listed: readonly CorrectedFigure[],
): Pick<Correction, 'others'> {
  const ids = new Set(listed.map(({ id }) => id));
  const figures = changed.filter(({ after }) => !ids.has(after.id)).length + onlyInOne;
  const counts = [
    ...(figures > 0 ? [`${figures}个数字`] : []),
    ...(sentences > 0 ? [`${sentences}处文字`] : []),
  ];
  const than = `与第${previous}版相比，`;
  if (counts.length > 0)
    return { others: `${than}${listed.length > 0 ? '另有' : '有'}${counts.join('和')}不同` };
  return listed.length > 0 ? {} : { others: `${than}数字和文字都没有不同` };
}

function correctedFigure(id: string, edition: number, booklet: Booklet): readonly CorrectedFigure[] {
  const figure = publishedFigures(booklet).get(id);
  if (figure === undefined) return [];
  const now = nameFigure(figure, booklet.source.pack.conventions);
  const steps = correctedPrints(figure, now.printed);
  const at = steps.findIndex((step) => step.edition === edition);
  const step = steps[at];
  if (step === undefined) return [];
  const { label, unit } = now;
  return [{ id, label, unit, before: step.before, after: at === steps.length - 1 ? now : step.after }];
}
