import { unitOf } from '../accounts/content-files.ts';
import { suggestion } from '../accounts/suggestion.ts';
import type { Booklet } from '../compile/booklet.ts';
import type { CheckedSite, CheckedUnit } from '../compile/checked-site.ts';
import type { Site } from '../compile/compile-site.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { RawFile } from '../source/source-file.ts';
import { splitTarget, type Target } from './unit-year.ts';
import { WrongCommand } from './wrong-command.ts';

/** Reads `UNIT` or `UNIT/YEAR`; each must exist under content/units. No words select everything. */
export function readTargets(words: readonly string[], files: readonly RawFile[]): readonly Target[] {
  if (unitFolders(files).length === 0)
    throw new WrongCommand(
      '没有找到 content/units/ 下的单位；请在项目文件夹里运行，或用 --root 指明项目文件夹；还没有的，用 mingbai init 新建',
    );
  return words.map((word) => {
    const { slug, year } = readTarget(word, files);
    if (year !== undefined && !files.some((file) => file.path.startsWith(`content/units/${slug}/${year}/`))) {
      throw new WrongCommand(`单位“${slug}”没有 ${year} 年度；应有文件夹 content/units/${slug}/${year}/`);
    }
    return { slug, ...(year !== undefined && { year }) };
  });
}

/** Reads `UNIT` or `UNIT/YEAR`; the unit must exist, the year need not. */
export function readTarget(word: string, files: readonly RawFile[]): Target {
  const target = splitTarget(word);
  const folders = unitFolders(files);
  if (target === undefined || !folders.includes(target.slug)) {
    throw new WrongCommand(
      `没有单位“${word}”，单位是 content/units/ 下的文件夹名，年度写在斜线后，例如 changji-sme/2023${suggestion(target?.slug ?? word, folders)}`,
    );
  }
  return target;
}

function unitFolders(files: readonly RawFile[]): readonly string[] {
  const slugs = files.map((file) => unitOf(file.path));
  return [...new Set(slugs)].filter((slug) => slug !== undefined);
}

/** The input without the units that were not asked for. */
export function filesOf(files: readonly RawFile[], targets: readonly Target[]): readonly RawFile[] {
  if (targets.length === 0) return files;
  return files.filter((file) => {
    const slug = unitOf(file.path);
    return slug === undefined || targets.some((target) => target.slug === slug);
  });
}

/** The booklets and findings that were asked for; findings outside all units always belong. */
export function selectSite<U extends CheckedUnit, S extends CheckedSite & { readonly units: readonly U[] }>(
  site: S,
  targets: readonly Target[],
): S {
  if (targets.length === 0) return site;
  const wanted = (slug: string, year: number): boolean =>
    targets.some((target) => target.slug === slug && (target.year ?? year) === year);
  const units = site.units
    .map((unit) => ({
      ...unit,
      booklets: unit.booklets.filter(({ year }) => wanted(unit.slug, year)),
      ...(unit.editions && { editions: unit.editions.filter(({ year }) => wanted(unit.slug, year)) }),
    }))
    .filter((unit) => unit.booklets.length > 0);
  const needed = withLastYears(site, targets);
  return {
    ...site,
    units,
    diagnostics: site.diagnostics.filter((diagnostic) => belongs(diagnostic, needed)),
  };
}

/** The booklets of a site that are not among those that were asked for. */
export function unselected(site: Site, selected: Site): readonly Booklet[] {
  const chosen = new Set(selected.units.flatMap(({ booklets }) => booklets));
  return site.units.flatMap(({ booklets }) => booklets.filter((booklet) => !chosen.has(booklet)));
}

/**
 * A booklet compares itself with last year. Where last year has no booklet of its own but figures for comparison, what is
 * wrong with them belongs to this year's.
 */
function withLastYears(site: Pick<CheckedSite, 'units'>, targets: readonly Target[]): readonly Target[] {
  const hasBooklet = (slug: string, year: number): boolean =>
    site.units.some((unit) => unit.slug === slug && unit.booklets.some((booklet) => booklet.year === year));
  return targets.flatMap((target) => {
    const { slug, year } = target;
    return year === undefined || hasBooklet(slug, year - 1) ? [target] : [target, { slug, year: year - 1 }];
  });
}

function belongs(diagnostic: Diagnostic, targets: readonly Target[]): boolean {
  const match = /^content\/units\/([^/]+)\/(?:(\d{4})(?:-edition-\d+)?\/)?/.exec(diagnostic.place.file);
  if (match === null) return true;
  const [, slug, year] = match;
  return targets.some(
    (target) =>
      target.slug === slug &&
      (target.year === undefined || year === undefined || Number(year) === target.year),
  );
}
