import { loadUnit, openContent } from '../../../src/accounts/load.ts';
import { bookletCodes } from '../../../src/accounts/own-names.ts';
import { ACCOUNT_TOPICS } from '../../../src/checks/account-checks.ts';
import type { CheckSubject } from '../../../src/checks/check.ts';
import { buildFigures, priorFromBooklet, priorFromComparatives } from '../../../src/figures/build-figures.ts';
import type { Diagnostic } from '../../../src/source/diagnostic.ts';
import type { RawFile } from '../../../src/source/source-file.ts';

/** What the checks of one booklet look at, without its text and forms being compiled. */
export function subjectOf(files: readonly RawFile[], year: number): CheckSubject {
  const content = openContent(files);
  const [unit] = content.units.flatMap((one) => loadUnit(one).unit ?? []);
  const own = unit?.years.find((candidate) => candidate.year === year);
  if (unit === undefined || own === undefined) throw new Error(`no booklet of ${year}`);
  const { codesFor } = content.shared;
  const last = unit.years.find((candidate) => candidate.year === year - 1);
  const comparatives = unit.comparatives.find((candidate) => candidate.year === year - 1);
  const codes = bookletCodes(own, { codesFor, comparatives: comparatives?.value });
  const before = last && buildFigures(unit, last, codesFor(year - 1), () => undefined);
  const prior =
    before !== undefined
      ? priorFromBooklet(year - 1, before)
      : comparatives === undefined
        ? () => undefined
        : priorFromComparatives(comparatives);
  const figures = buildFigures(unit, own, codes, prior);
  const shelf = { packs: [], folders: new Set<string>() };
  return { unit, year: own, figures, codes, codesFor, prior, shelf, ...(comparatives && { comparatives }) };
}

/** What the account checks find in one booklet. */
export function accountFindings(files: readonly RawFile[], year: number): readonly Diagnostic[] {
  const subject = subjectOf(files, year);
  return ACCOUNT_TOPICS.flatMap(({ checks }) => checks.flatMap((check) => check.run(subject)));
}
