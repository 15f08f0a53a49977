import { setImmediate as nextTurn } from 'node:timers/promises';
import { compileSite, type Site } from '../../../src/compile/compile-site.ts';
import { templateFailure } from '../../../src/document/template-failure.ts';
import type { Diagnostic } from '../../../src/source/diagnostic.ts';
import type { RawFile } from '../../../src/source/source-file.ts';
import { changed, type Change } from './fields.ts';

/** What became of changes of an input. */
export interface Sorted {
  /** A site with all changes that can be printed. */
  readonly site: Site;
  readonly printed: readonly Change[];
  /** Those of which nothing can be made. */
  readonly refused: readonly Change[];
  /** All that was said of any of them. */
  readonly findings: readonly Diagnostic[];
}

/**
 * Sorts changes into those with which booklets can still be made, and the others. What the check merely reports in a
 * booklet's text is made all the same: somebody may decide to let a finding stand, and the pages must bear it. A refusal
 * names a line; whose change that is, is refused and the rest tried again. Where it names none, halves are tried.
 */
export async function sortChanges(files: readonly RawFile[], changes: readonly Change[]): Promise<Sorted> {
  const refused: Change[] = [];
  const findings: Diagnostic[] = [];
  let site = compileSite(files);
  const expected = site.units.flatMap(({ booklets }) => booklets).length;
  const add = async (printed: readonly Change[], more: readonly Change[]): Promise<readonly Change[]> => {
    if (more.length === 0) return printed;
    // What was printed of a site is let go between one turn and the next, and not within one.
    await nextTurn();
    const input = changed(files, [...printed, ...more]);
    const tried = compileSite(input.files);
    findings.push(...tried.diagnostics);
    const { stops, printable } = stopsOf(tried, expected);
    const guilty = new Set(stops.flatMap(({ place }) => input.at(place)));
    const named = more.filter((change) => guilty.has(change));
    if (named.length > 0) {
      refused.push(...named);
      return add(
        printed,
        more.filter((change) => !guilty.has(change)),
      );
    }
    if (printable) {
      site = tried;
      return [...printed, ...more];
    }
    if (more.length === 1) {
      refused.push(...more);
      return printed;
    }
    const half = Math.ceil(more.length / 2);
    return add(await add(printed, more.slice(0, half)), more.slice(half));
  };
  const printed = await add([], changes);
  return { site, printed, refused, findings };
}

/** What keeps a site from being printed: what is wrong with the form of its files, and templates that fail. */
function stopsOf(
  site: Site,
  expected: number,
): { readonly stops: readonly Diagnostic[]; readonly printable: boolean } {
  const booklets = site.units.flatMap((unit) => unit.booklets);
  const inText = new Set(booklets.flatMap(({ findings }) => findings));
  const stops = site.diagnostics.filter((one) => one.severity === 'error' && !inText.has(one));
  if (booklets.length < expected) return { stops, printable: false };
  try {
    for (const booklet of booklets) booklet.render();
    return { stops, printable: true };
  } catch (thrown) {
    const failure = templateFailure(thrown);
    return { stops: [...stops, ...(failure ? [failure.diagnostic] : [])], printable: false };
  }
}
