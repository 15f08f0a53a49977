import { Exact, ZERO } from '../../accounts/decimal.ts';
import { entriesOf, mapOf } from '../../source/writer/value.ts';
import { placeOfValue, textAt, type YamlDocument } from '../../source/yaml.ts';
import { NOTHING_READ, type Reading, type Recognised } from '../reading.ts';
import { SHEET_UNITS, TEN_THOUSAND } from '../tables/captions.ts';
import { numberIn } from './amount-text.ts';

const FIGURES = '对比数';

/** What was told of a year is what lies between two numbers that were rounded to 万元: in 万元. */
const AROUND = new Exact('0.01');

/**
 * What a year that stood for comparison alone (仅作上年对比) says of its figures, as readings beside those of the files that
 * were given for it: where these say nothing it holds, and where they say something else both places are told.
 */
export function comparedBefore(document: YamlDocument): Recognised {
  const name = textAt(document, ['金额单位']) === '元' ? '元' : '万元';
  const figures = mapOf(entriesOf(document.root).get(FIGURES));
  const readings = [...figures].flatMap(([id, text]): Reading[] => {
    const told = typeof text === 'string' ? numberIn(text, true, name) : undefined;
    if (told === undefined) return [];
    const { file, line } = placeOfValue(document, [FIGURES, id]);
    const unit = SHEET_UNITS.get(name) ?? TEN_THOUSAND;
    const number = told.value.div(unit.factor);
    const around = Exact.max(told.tolerance, AROUND).div(unit.factor);
    const source = { file, at: `第 ${line} 行` };
    // Of a code that nobody has in that year, there is none.
    if (number.isZero()) return [{ id, number, tolerance: ZERO, unit, source, blank: true }];
    return [{ id, number, tolerance: around, unit, source }];
  });
  const { path: file } = document.source;
  const told = `${file} 原来仅作上年对比，改为这一年度的账目；其中的 ${readings.length} 个对比数一并核对`;
  return { ...NOTHING_READ, told: [told], readings };
}
