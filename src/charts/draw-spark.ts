import type { Element } from 'hast';
import { s } from 'hastscript';
import { isDisclosed } from './chart.ts';
import type { YearValue } from './years.ts';

const COLUMN = 7;
const STEP = 10;
const HEIGHT = 26;
/** So many years beside a name; a page of its own has all of them. */
const MOST_YEARS = 6;
/** With one year there is nothing to compare. */
const FEWEST = 2;

/**
 * The last years as columns from zero, no larger than a word, the newest in the main ink. It stands beside the amount
 * that it belongs to and says nothing more than that, so it is not read out. Undefined where there is no past to show.
 *
 * @param values oldest first
 */
export function drawSpark(values: readonly YearValue[]): Element | undefined {
  const first = values.findIndex(({ value }) => isDisclosed(value));
  const shown = values.slice(Math.max(first, values.length - MOST_YEARS));
  const known = shown.filter(({ value }) => isDisclosed(value));
  const largest = Math.max(...known.map(({ value }) => Number(value.value)));
  if (known.length < FEWEST || largest <= 0) return undefined;
  const columns = shown.map(({ value }, index) => {
    const height = Math.round(HEIGHT * Math.max(0, Number(value.value) / largest));
    return height === 0 ? '' : `M${index * STEP} ${HEIGHT}v-${height}h${COLUMN}v${height}`;
  });
  const width = shown.length * STEP - STEP + COLUMN;
  return s('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, ariaHidden: 'true' }, [
    s('path', { className: ['ink-second'], d: columns.slice(0, -1).join('') }),
    s('path', { className: ['ink-main'], d: columns.at(-1) ?? '' }),
  ]);
}
