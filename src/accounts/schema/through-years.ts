import { z } from 'zod';
import { EDITOR_FORMS } from './editor-forms.ts';
import { issueOf } from './issue.ts';

/** A value and the year from which it holds; undefined for one that holds through all years. */
export interface Since<T> {
  readonly since: number | undefined;
  readonly value: T;
}

/** One value through all years, or values by the year from which each holds, oldest first. */
export type ThroughYears<T> = readonly Since<T>[];

const FORM = /^(19|20)\d\d$/;

const yearKey = z
  .string()
  .check(({ value, issues }) => {
    if (FORM.test(value)) return;
    const message = `“${value.slice(0, 40)}”应为四位年份，例如 2023：从这一年度起用后面的值`;
    issues.push(issueOf({ rule: 'wrong-year', message }, value));
  })
  .register(EDITOR_FORMS, {
    type: ['string'],
    pattern: FORM.source,
    errorMessage: '应为四位年份，例如 2023',
  });

/**
 * A field that may change from one year to another: a value, or a mapping from the year since which it holds.
 *
 * @param plain what to write for one value, for messages
 */
export function throughYears<S extends z.ZodType>(schema: S, plain: string) {
  const byYear = z
    .record(yearKey, schema)
    .check(({ value, issues }) => {
      if (Object.keys(value).length > 0) return;
      issues.push(issueOf({ rule: 'missing-value', message: `没有填写；请写${plain}` }, value));
    })
    .transform((values): ThroughYears<z.output<S>> =>
      Object.entries(values)
        .map(([since, value]) => ({ since: Number(since), value: value as z.output<S> }))
        .sort((a, b) => a.since - b.since),
    );
  const always = schema.transform((value): ThroughYears<z.output<S>> => [{ since: undefined, value }]);
  // The form by year comes first: what is wrong within it is said at its place.
  return z.union([byYear, always], {
    error: (issue) =>
      issue.input === undefined ? undefined : `写法不对；此处应是${plain}，或每行写“年度: 值”`,
  });
}
