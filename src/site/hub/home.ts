import { catalogDescription } from '../meta/dataset.ts';
import type { SitePage } from '../meta/site-page.ts';
import { settings, units } from '../model.ts';
import { unitIndex, type UnitIndex } from './unit-rows.ts';

/** The list of units, with which a site begins. */
export interface Home {
  readonly frame: SitePage;
  readonly index: UnitIndex;
  /** `2个单位，5本决算，2021—2023年度`; empty where there is no unit. */
  readonly counts: string;
}

/** What the site's first page says. */
export function home(): Home {
  const index = unitIndex(units());
  const frame = {
    title: settings().name,
    description:
      '各单位一年收了多少钱、花在哪里、比上年多还是少、为什么：经批准的部门决算，每个数字都可查出处。',
    data: catalogDescription(),
  };
  return { frame, index, counts: countsOf(index) };
}

function countsOf({ rows, years }: UnitIndex): string {
  if (rows.length === 0) return '';
  const booklets = rows.reduce((sum, row) => sum + row.booklets.length, 0);
  const [newest, oldest] = [years[0], years.at(-1)];
  const period = newest === oldest ? `${newest}年度` : `${oldest}—${newest}年度`;
  return `${rows.length}个单位，${booklets}本决算，${period}`;
}
