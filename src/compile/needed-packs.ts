import { COMMON_PACK } from '../pack/assemble-layouts.ts';
import { openFolder } from '../pack/read-folder.ts';
import type { DatedPack } from '../pack/pack-of-year.ts';
import type { RawFile } from '../source/source-file.ts';
import { packOf } from './used-packs.ts';

/** The files of packs, those that must be read apart from those that nobody asks for. */
export interface NeededPacks {
  readonly needed: readonly RawFile[];
  /** Packs that came with the program and have no part in any booklet: they only stand on the shelf. */
  readonly idle: readonly DatedPack[];
}

/**
 * Which packs must be read: the project's own, those in use, and what these may be made of. Many packs come with the
 * program and few are used. Where a unit names a pack that there is none of, all are: any may be meant.
 *
 * @param templates the files below templates/
 * @param used names of the packs in use
 */
export function neededPacks(templates: readonly RawFile[], used: ReadonlySet<string>): NeededPacks {
  const packs = Map.groupBy(templates, ({ path }) => packOf(path));
  const shipped = [...packs].flatMap(([name, files]) =>
    name !== undefined && files.every((file) => file.shipped !== undefined) ? [name] : [],
  );
  if ([...used].some((name) => !packs.has(name))) return { needed: templates, idle: [] };
  const wanted = new Set([...packs.keys()].filter((name = '') => used.has(name) || !shipped.includes(name)));
  // A set that grows while it is walked is walked to its end.
  for (const name of wanted)
    for (const other of shipped) if (mayUse(packs.get(name) ?? [], other)) wanted.add(other);
  const idle = shipped.filter((name) => !wanted.has(name));
  return {
    needed: templates.filter(({ path }) => !idle.includes(packOf(path) ?? '')),
    idle: idle.flatMap((name) => {
      const { file } = openFolder(name, packs.get(name) ?? []);
      return file === undefined ? [] : [{ slug: name, years: file.value.years, shipped: true }];
    }),
  };
}

/** Whether a pack may be made of another: of the common one also where it inherits nothing. */
function mayUse(files: readonly RawFile[], pack: string): boolean {
  return mentions(files, pack) || (pack === COMMON_PACK && !mentions(files, '继承'));
}

/** Whether a pack's files of entries name another, be it in a comment: one too many only takes time. */
function mentions(files: readonly RawFile[], word: string): boolean {
  return files.some(
    ({ path, bytes }) => path.endsWith('.yaml') && new TextDecoder().decode(bytes).includes(word),
  );
}
