import { rowId } from '../../accounts/facts/fact.ts';
import { printInSentence } from '../../document/print-figure.ts';
import type { BookletSource } from '../../document/booklet-source.ts';
import { COMPARISONS, isComparable } from '../../figures/comparisons.ts';
import type { Figure } from '../../figures/figure.ts';
import { isNonZero } from '../../figures/value.ts';
import type { FigureWord } from './word-list.ts';

/** Stands for the code in the ids of a table's rows, as in tables/*.yaml. */
export const CODE_STEP = '{科目}';
/** Stands for the key of an item, as in the rows of tables that have one for each. */
export const ITEM_STEP = '{项}';
const ORDINAL_STEP = '{序号}';
const FORM_STEP = '{自评表}';

const CODE = /^\d{3}(?:\d{2}){0,2}$/;

/** All figures of a booklet; those that are the same for each code, form or ordinal as one. */
export function figureWords(source: BookletSource): readonly FigureWord[] {
  const nameOf = familiesOf(source);
  const families = new Map<string, Figure[]>();
  for (const figure of source.figures.all()) {
    const id = nameOf(figure.id);
    const family = families.get(id);
    if (family === undefined) families.set(id, [figure]);
    else family.push(figure);
  }
  const followers = followersOf(families);
  return [...families]
    .filter(([id]) => !followers.has(id))
    .map(([id, figures]) => familyWord(id, figures, source, [...followers.keys()]));
}

/** Gives each id the id of its family. */
function familiesOf({ year, pack }: BookletSource): (id: string) => string {
  const forms = new Set(year.evaluations.map(({ name }) => name));
  return (id) => {
    const place = pack.facts.book.placeOf(id);
    // Names are stated one by one: templates name them so. Projects and units are others in each booklet.
    if (place?.fact.keys === '项目' || place?.fact.keys === '单位')
      if (place.key !== undefined) return rowId(place.fact, ITEM_STEP);
    const { sum } = pack.facts.book.sumOfRow(id) ?? {};
    if (sum?.keys === '项目' || sum?.keys === '单位') return rowId(sum, ITEM_STEP);
    const steps = id.split('.');
    return steps
      .map((step, index) => {
        if (index === 1 && CODE.test(step)) return CODE_STEP;
        if (index === 1 && steps[0] === '绩效' && forms.has(step)) return FORM_STEP;
        return index > 1 && /^\d+$/.test(step) ? ORDINAL_STEP : step;
      })
      .join('.');
  };
}

/** The figures that another one has at the end of its id and is made of: shares, variances. */
function followersOf(
  families: ReadonlyMap<string, readonly Figure[]>,
): ReadonlyMap<string, readonly Figure[]> {
  return new Map(
    [...families].filter(([id, [first]]) => {
      const { origin } = first as Figure;
      const base = id.slice(0, id.lastIndexOf('.'));
      return origin.kind === 'derived' && origin.operation !== 'sum' && families.has(base);
    }),
  );
}

function familyWord(
  id: string,
  figures: readonly Figure[],
  { pack }: BookletSource,
  followers: readonly string[],
): FigureWord {
  const [first] = figures as readonly [Figure];
  // A row with an amount shows more than one that is empty.
  const shown = figures.find(({ value }) => isNonZero(value)) ?? first;
  const own = followers.filter((one) => one.slice(0, one.lastIndexOf('.')) === id);
  const endings = own.map((one) => one.slice(id.length + 1));
  return {
    id,
    label: shown.label,
    unit: shown.unit,
    prints: printInSentence(shown, pack.conventions).printed,
    endings: [...(isComparable(first) ? COMPARISONS : []), ...endings],
    ...(id !== first.id && { rows: figures.map((figure) => figure.id), shown: shown.id }),
  };
}
