import { bookletCharts } from '../../charts/booklet-charts.ts';
import { BY_CLASS } from '../../charts/expenditure-charts.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { bookletAddress } from '../addresses.ts';
import { ANSWERS } from './beside.ts';

/** What citizens ask of a booklet, and where it is answered. */
export interface Asked {
  readonly title: string;
  readonly href: string;
}

/**
 * What a booklet's front page answers further down than a first screen shows, or a page of its own does.
 *
 * @param front address of the front page
 */
export function askedOf(booklet: Booklet, front: URL): readonly Asked[] {
  const isCharted = bookletCharts(booklet.source).some(({ key }) => key === BY_CLASS);
  return [
    ...(isCharted ? [{ title: '花在哪些方面', href: `#chart-${BY_CLASS}` }] : []),
    { title: '为什么增减', href: '#largest-changes' },
    ...Object.values(ANSWERS).map(({ name, title }) => ({
      title,
      href: bookletAddress(front, booklet, name),
    })),
    { title: '下载', href: '#downloads' },
  ];
}
