import { intoOutput, type BuildOptions, type BuildResult, type PlannedSite } from '../build-site.ts';
import { makeUnits, type KeptOutputs } from '../make-units.ts';
import { withPrinter } from '../printer.ts';
import { countFiles } from '../published/booklet-record.ts';
import { summariesOf } from '../published/made-units.ts';
import { writeRecords } from '../published/records-folder.ts';
import { writePart, type NewPart } from './part.ts';

/** Which part of a site is built, and what it must say of itself. */
export interface PartOfSite extends Pick<NewPart, 'names' | 'shard'> {
  /** Keys of all units of the whole site: see `unitKeys`. */
  readonly keys: ReadonlyMap<string, string>;
}

/**
 * Writes the outputs of some of a site's units into a folder of their own, with what `mergeParts` needs to make a site of
 * them and of the other parts.
 *
 * @param site with the units of this part alone
 * @param kept where outputs of units are kept from one build to the next, if they are
 */
export function buildPart(
  { settings, searchWords, fonts, units }: PlannedSite,
  { shard, keys, names }: PartOfSite,
  options: Omit<BuildOptions, 'unselected'>,
  kept: KeptOutputs | undefined,
): Promise<BuildResult> {
  return intoOutput(options, kept, (_, tools) =>
    withPrinter(tools, { settings, fonts }, async (printer) => {
      const { siteRoot, pdf, count } = tools;
      const made = await makeUnits(units, { ...tools, settings, printer, kept });
      const records = made.flatMap((unit) => unit.records);
      writeRecords({ units: summariesOf(made), records }, siteRoot, tools.placed?.taken);
      const terms = fonts.map((font) => font.terms);
      const part = { shard, pdf, settings, searchWords, fonts: terms, names, booklets: records.length };
      await writePart(part, keys, siteRoot);
      return {
        pages: made.reduce((sum, unit) => sum + unit.pages, 0),
        ...countFiles(records),
        kept: 0,
        count,
      };
    }),
  );
}
