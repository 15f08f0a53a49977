import { knownText } from '../../../accounts/disclosed.ts';
import type { LoadedYear } from '../../../accounts/load-year.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfValue, type YamlPath } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';
import { firstDayAfter } from '../../dates.ts';

/** One date of a booklet, in the order in which they come. */
interface Step {
  readonly name: string;
  readonly date: string;
  readonly path: YamlPath;
}

/** The year ends, its accounts are approved, then published, then perhaps corrected: dates and editions in this order. */
export const publicationDates: Check = {
  rule: 'publication-dates',
  numbers: [],
  source: '决算经批复后公开，公开后的改动为更正（财预〔2016〕143号）',
  summary: '批复、公开、更正的日期应有先后，更正的版次应从小到大',
  run: ({ year }) => [...inOrder(year), ...editions(year)],
};

function inOrder(year: LoadedYear): readonly Diagnostic[] {
  const steps = stepsOf(year);
  const first = firstDayAfter(year.year);
  return steps.flatMap(({ name, date, path }, index) => {
    const before = steps[index - 1];
    const place = placeOfValue(year.accounts.document, path);
    if (date < first) {
      const message = `${name}为 ${date}，应在 ${year.year} 年度结束以后（${first} 起）；请核对`;
      return [error('publication-dates', message, place)];
    }
    if (before === undefined || before.date <= date) return [];
    const message = `${name}为 ${date}，应不早于${before.name} ${before.date}；请核对`;
    return [error('publication-dates', message, place)];
  });
}

function stepsOf({ accounts }: LoadedYear): readonly Step[] {
  const { approvedOn, publishedOn, corrections } = accounts.value.publication;
  const dates: readonly (readonly [string, string | undefined, YamlPath])[] = [
    ['批复日期', approvedOn, ['公开', '批复日期']],
    ['公开日期', publishedOn, ['公开', '公开日期']],
    ...corrections.map(
      ({ edition, date }, index) =>
        [`第 ${edition} 版的日期`, date, ['公开', '更正', index, '日期']] as const,
    ),
  ];
  return dates.flatMap(([name, written, path]) => {
    const date = knownText(written);
    return date === undefined ? [] : [{ name, date, path }];
  });
}

function editions({ accounts }: LoadedYear): readonly Diagnostic[] {
  const { corrections } = accounts.value.publication;
  return corrections.flatMap(({ edition }, index) => {
    const before = corrections[index - 1];
    if (before === undefined || before.edition < edition) return [];
    const message = `更正的版次为 ${edition}，应大于上一条的 ${before.edition}；请按先后排列，一版一条`;
    return [
      error('publication-dates', message, placeOfValue(accounts.document, ['公开', '更正', index, '版次'])),
    ];
  });
}
