import type { Entry } from '../figures/figure.ts';
import type { DeclaredState } from '../pack/declared-states.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfValue } from '../source/yaml.ts';
import type { CheckSubject } from './check.ts';

/** Codes declared as new that this year does not use, or that last year used already. */
export function contradictedCodes(
  { name, codes, entry }: DeclaredState,
  subject: CheckSubject,
): readonly Diagnostic[] {
  const used = subject.year.accounts.value.entered.codesIn('支出');
  return codes.flatMap((code, index): readonly Diagnostic[] => {
    const place = placeOfValue(entry.document, [...entry.path, index]);
    if (!used.some((one) => one.startsWith(code))) {
      const message = `“${name}”列了 ${code}，本年支出却没有这个科目；请核对编码，或者删去`;
      return [error('declared-state', message, place)];
    }
    const before = usedLastYear(code, subject);
    if (before === undefined) return [];
    const message = `“${name}”列了 ${code}，上年却有这个科目的数；两者矛盾，请改正其一`;
    const related = [{ message: '上年的数在这里', place: placeOfValue(before.document, before.path) }];
    return [error('declared-state', message, place, related)];
  });
}

/** Where last year has something under a code: an amount, or one that it does not disclose. */
function usedLastYear(code: string, { unit, year, comparatives }: CheckSubject): Entry | undefined {
  const last = unit.years.find((one) => one.year === year.year - 1)?.accounts;
  if (last !== undefined) {
    const found = last.value.entered.codesIn('支出').find((one) => one.startsWith(code));
    return found === undefined ? undefined : { document: last.document, path: ['支出', found] };
  }
  if (comparatives === undefined) return undefined;
  const { document, value } = comparatives;
  const ids = Object.keys(value.figures).filter((id) => {
    const entered = value.figures[id];
    const used = typeof entered !== 'object' || !entered.isZero();
    return used && new RegExp(`^(?:收入|支出)\\.${code}`).test(id);
  });
  const [first] = ids;
  return first === undefined ? undefined : { document, path: ['对比数', first] };
}
