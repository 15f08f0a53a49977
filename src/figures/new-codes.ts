import { ZERO } from '../accounts/decimal.ts';
import type { PriorLookup } from './build-figures.ts';
import type { Entry } from './figure.ts';
import { known } from './value.ts';

/** `2011350` of `支出.2011350.一般公共预算.合计`. */
const CODE = /^(?:收入|支出)\.(2\d{2}(?:\d{2}){0,2})\./;

/**
 * Last year's figures, with those of codes that are declared as new this year as zero, unless last year knows better.
 *
 * @param codes the new codes, with where each is declared; what stands below a code is new with it
 * @param year the year before
 */
export function priorWithNewCodes(
  prior: PriorLookup,
  codes: ReadonlyMap<string, Entry>,
  year: number,
): PriorLookup {
  if (codes.size === 0) return prior;
  return (definition) => {
    const before = prior(definition);
    if (before?.value.state === 'known') return before;
    const code = CODE.exec(definition.id)?.[1] ?? '';
    const [, entry] = [...codes].find(([one]) => code.startsWith(one)) ?? [];
    return entry === undefined ? before : { value: known(ZERO), year, entry };
  };
}
