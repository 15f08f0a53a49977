import { Exact, ZERO } from '../../accounts/decimal.ts';
import { COUNT, moneyIn } from '../booklet/units.ts';
import { NOTHING_READ, type Listing, type Reading, type Recognised } from '../reading.ts';
import type { PackagedFigure, PackagedFigures } from './open-package.ts';

/** What is worked out of others, of other years, or not entered in the accounts. */
const NOT_ENTERED = /\.上年|\.增减|差异|率$|占比$|\.占\.|\.完成\.|^机构\.|^上?年度$/u;

/** What forms tell, which a Data Package does not have: their totals would be held against nothing. */
const OF_FORMS = /^绩效\./u;

const NUMBER = /^-?\d+(?:\.\d+)?$/u;
const ECONOMIC = /^基本支出\.(\d{3,5})$/u;
const FUNCTIONAL = /\.(2\d{2,6})(?:\.|$)/u;

/** Takes from a Data Package what its figures are: as exact as they are there, totals that were approved as such. */
export function recognisePackage({ file, unit, year, figures }: PackagedFigures): Recognised {
  const source = { file, at: '' };
  const entered = figures.filter(
    ({ id, unit: of, approved }) =>
      of !== '%' && !OF_FORMS.test(id) && (approved !== undefined || !NOT_ENTERED.test(id)),
  );
  const functional = codesOf(entered, FUNCTIONAL, 'functional', file);
  const codes = [...functional.codes];
  // Codes of the year before are told with nothing in them.
  const isOld = ({ id }: PackagedFigure): boolean => {
    const code = FUNCTIONAL.exec(id)?.[1];
    return code !== undefined && !codes.some((one) => one.startsWith(code));
  };
  const readings = entered.filter((figure) => !isOld(figure)).flatMap(readingOf(file));
  return {
    ...NOTHING_READ,
    told: [`${file} 是公开的数据，读出 ${readings.length} 个数`],
    readings,
    listings: [functional, codesOf(entered, ECONOMIC, 'economic', file)],
    units: [{ name: unit, source }],
    years: [{ year, source }],
    published: [source],
  };
}

function readingOf(file: string): (figure: PackagedFigure) => readonly Reading[] {
  return ({ id, unit, value, tolerance = '0', approved }) =>
    value === null || !NUMBER.test(value)
      ? []
      : [
          {
            id,
            number: new Exact(value),
            tolerance: NUMBER.test(tolerance) ? new Exact(tolerance) : ZERO,
            unit: unit === '万元' ? moneyIn('万元') : COUNT,
            source: { file, at: id },
            ...(approved !== undefined && { total: true as const }),
          },
        ];
}

/** The codes of a classification under which something is entered. */
function codesOf(
  figures: readonly PackagedFigure[],
  form: RegExp,
  classification: Listing['classification'],
  file: string,
): Listing {
  const codes = figures.flatMap(({ id, origin }) =>
    origin.kind === 'reported' ? (form.exec(id)?.[1] ?? []) : [],
  );
  return { ids: [], lengths: [], below: [], classification, codes: new Set(codes), source: { file, at: '' } };
}
