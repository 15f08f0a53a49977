import type { Booklet } from '../../compile/booklet.ts';
import { comparedIn } from '../../figures/comparisons.ts';
import { entryOf, inputsOf, placeOfEntry, type Figure } from '../../figures/figure.ts';
import { unknownWords } from '../../figures/origin-words.ts';
import { formatPlace } from '../../source/place.ts';

/** What a figure that is not known would need: an entry, and where it is made. */
export interface Missing {
  readonly id: string;
  readonly label: string;
  /** `content/units/…/accounts.yaml:12:3`, or the file and the keys where nothing stands yet. */
  readonly where: string;
  /** A Chinese sentence on what to do. */
  readonly message: string;
}

/** The entries for want of which a figure is not known, each once; none for one that is known. */
export function missingOf(id: string, booklet: Booklet): readonly Missing[] {
  const found = new Map<string, Missing>();
  const seen = new Set<string>();
  const visitFigure = (one: string): void => {
    if (seen.has(one)) return;
    seen.add(one);
    const figure = booklet.figures.get(one);
    if (figure.value.state !== 'undisclosed') return;
    const unknown = inputsOf(figure).filter(
      (input) => booklet.figures.get(input).value.state === 'undisclosed',
    );
    if (isOfLastYear(figure) || unknown.length === 0 || figure.approval !== undefined)
      found.set(one, missing(figure, booklet));
    else unknown.forEach(visitFigure);
  };
  visitFigure(id);
  return [...found.values()];
}

function isOfLastYear({ origin }: Figure): boolean {
  return origin.kind === 'derived' && origin.operation === 'prior';
}

function missing(figure: Figure, booklet: Booklet): Missing {
  const { id, label } = figure;
  const entry = figure.approval?.entry ?? entryOf(figure);
  if (entry !== undefined) {
    const message = '这里写的是“未公开”；可以公开的，改写成数';
    return { id, label, where: formatPlace(placeOfEntry(entry)), message };
  }
  if (isOfLastYear(figure)) return { id, label, ...missingLastYear(figure, booklet) };
  const place = booklet.figures.book.placeOf(id);
  const file = accountsOf(booklet.slug, booklet.year);
  if (place === undefined)
    return { id, label, where: file, message: '没有填报它所需要的数；请核对这一项的填法' };
  return { id, label, where: `${file} ${place.path.join('.')}`, message: '这里没有填；请补上' };
}

function accountsOf(slug: string, year: number): string {
  return `content/units/${slug}/${year}/accounts.yaml`;
}

function missingLastYear(
  figure: Figure,
  { slug, year, prior, told }: Booklet,
): Pick<Missing, 'where' | 'message'> {
  const base = comparedIn(figure.id)?.base ?? figure.id;
  const last = prior(told.figureOf(base));
  const file = accountsOf(slug, year - 1);
  if (last?.entry !== undefined)
    return {
      where: formatPlace(placeOfEntry(last.entry)),
      message: '上年写的是“未公开”；可以公开的，改写成数',
    };
  if (last !== undefined) return { where: `${file} ${base}`, message: '上年没有公开；可以公开的，请补上' };
  return { where: `${file} 对比数.${base}`, message: `${unknownWords(figure, told)}；请在上年的文件里补上` };
}
