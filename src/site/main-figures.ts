import type { Booklet } from '../compile/compile-site.ts';
import { printInSentence } from '../document/print-figure.ts';
import type { Figure } from '../figures/figure.ts';
import { printed, type Printed } from './printed.ts';

/** What a citizen asks first: what came in, what was spent, on what account, and the three public expenses. */
const MAIN = ['收入.总计', '支出.本年支出合计', '支出.一般公共预算.合计', '三公经费.决算数.合计'] as const;

/** A main figure, with the words for its change on last year if the booklet speaks of it. */
export interface MainFigure extends Printed {
  readonly change?: readonly Printed[];
  readonly direction?: '增加' | '减少';
}

/** The main figures of a booklet, all of them figures of its tables. */
export function mainFigures(booklet: Booklet): readonly MainFigure[] {
  const figures = new Map(booklet.figures.all().map((figure) => [figure.id, figure]));
  return MAIN.flatMap((id) => {
    const figure = figures.get(id);
    return figure === undefined ? [] : [{ ...printed(figure, booklet), ...changeOf(figures, id, booklet) }];
  });
}

/** Only comparisons that the booklet's text has made: the site adds no figure of its own. */
function changeOf(
  figures: ReadonlyMap<string, Figure>,
  id: string,
  booklet: Booklet,
): Pick<MainFigure, 'change' | 'direction'> {
  const amount = figures.get(`${id}.增减额`);
  const rate = figures.get(`${id}.增减率`);
  if (amount?.value.state !== 'known' || rate === undefined || amount.value.exact.isZero()) return {};
  const { conventions } = booklet.source.pack;
  const change = [amount, rate].map((figure) => ({
    ...printed(figure, booklet),
    ...printInSentence(figure, conventions),
  }));
  return { change, direction: amount.value.exact.isNegative() ? '减少' : '增加' };
}
