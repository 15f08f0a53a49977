import { levelKey } from '../../../accounts/forms/indicator-levels.ts';
import { levelsIn } from '../../../accounts/forms/placed-indicators.ts';
import type { LoadedEvaluation } from '../../../accounts/load-evaluations.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { placeInForm } from '../../forms/forms.ts';
import type { YamlPath } from '../../../source/yaml.ts';

/** Indicators of one level stand together: each level is named once. */
export const doubledLevel: Check = {
  rule: 'doubled-level',
  numbers: ['P11'],
  source: '绩效自评表：同一级、同一类指标合为一组',
  summary: '一级指标、二级指标不应重复列出',
  run: ({ year }) =>
    year.evaluations.flatMap((form) => {
      const levels = levelsIn(form.value);
      return [1, 2].flatMap((level) =>
        repeated(
          form,
          levels
            .filter((one) => one.level === level)
            .map(({ name, parents, path }) => ({
              name,
              key: levelKey(level),
              group: parents.join('/'),
              path: [...path, levelKey(level)],
            })),
        ),
      );
    }),
};

interface Level {
  readonly name: string;
  /** 一级指标 or 二级指标. */
  readonly key: string;
  /** What it belongs to: a second level may recur under another first level. */
  readonly group: string;
  readonly path: YamlPath;
}

function repeated(form: LoadedEvaluation, entries: readonly Level[]): readonly Diagnostic[] {
  const seen = new Map<string, Level>();
  return entries.flatMap((entry) => {
    const key = `${entry.group}/${entry.name}`;
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, entry);
      return [];
    }
    const message = `${entry.key}“${entry.name}”重复列出；请与前面的合为一组`;
    const related = [{ message: `“${entry.name}”第一次列在这里`, place: placeInForm(form, earlier.path) }];
    return [warning('doubled-level', message, placeInForm(form, entry.path), related)];
  });
}
