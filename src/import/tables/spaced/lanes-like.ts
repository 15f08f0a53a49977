import type { PlacedLine, PlacedWord } from '../../text/placed.ts';
import type { ExpectedTable } from '../expected-table.ts';
import type { RegionPage } from './find-regions.ts';
import { lanesOf, type Lane } from './lanes.ts';
import { pageColumns, type PageColumns } from './page-columns.ts';

/** The lanes of a page on which a table goes on, one for each of its first page; undefined where they cannot be told. */
export function lanesLike(
  first: PageColumns,
  firstHead: readonly PlacedLine[],
  page: RegionPage,
  table: ExpectedTable,
): readonly Lane[] | undefined {
  if (page.head.length === 0) return fitting(first.lanes, page);
  const own = pageColumns(page, table);
  if (own.heads.join('\n') === first.heads.join('\n')) return own.lanes;
  // Columns in which nothing stands here are where the same head has them.
  const [here, there] = [page.head.flat(), firstHead.flat()];
  if (here.map(({ text }) => text).join('\n') !== there.map(({ text }) => text).join('\n')) return undefined;
  return fitting(
    first.lanes.map(({ left, right }) => ({
      left: moved(left, there, here),
      right: moved(right, there, here),
    })),
    page,
  );
}

/** Lanes, if all that stands on a page stands in one of them each. */
function fitting(lanes: readonly Lane[], { body }: RegionPage): readonly Lane[] | undefined {
  const isInOne = ({ left, right }: Lane): boolean =>
    lanes.filter((lane) => lane.left < right && lane.right > left).length === 1;
  return lanesOf(body.flat()).every(isInOne) ? lanes : undefined;
}

/** Where a place is on one page that is known on another, by the words that both have. */
function moved(at: number, from: readonly PlacedWord[], to: readonly PlacedWord[]): number {
  const pairs = from
    .flatMap((word, index) => {
      const other = to[index];
      return other === undefined ? [] : [[middleOf(word), middleOf(other)] as const];
    })
    .sort(([a], [b]) => a - b);
  const next = pairs.findIndex(([one]) => one >= at);
  const [start, end] = [pairs.at(next < 0 ? -1 : Math.max(next - 1, 0)), pairs.at(next)];
  if (start === undefined || end === undefined) return at;
  if (end[0] <= start[0]) return at - start[0] + start[1];
  return start[1] + ((at - start[0]) * (end[1] - start[1])) / (end[0] - start[0]);
}

function middleOf({ left, right }: PlacedWord): number {
  return (left + right) / 2;
}
