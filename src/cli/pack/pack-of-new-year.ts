import { packNamedIn } from '../../compile/used-packs.ts';
import { familyPacksFor, packAdvice } from '../../pack/pack-of-year.ts';
import type { RawFile } from '../../source/source-file.ts';
import { readPacks } from './open-packs.ts';

/** The pack that a new year's accounts are to name, where it is not last year's, and what to tell of it. */
export interface PackOfNewYear {
  readonly chosen?: string;
  readonly says: readonly string[];
}

/**
 * Last year's pack where it is for the new year, too; else the one of its family that is.
 *
 * @param accounts path of last year's accounts.yaml
 */
export function packOfYear(files: readonly RawFile[], accounts: string, year: number): PackOfNewYear {
  const { packs, folders } = readPacks(files);
  const file = files.find(({ path }) => path === accounts);
  const last = packs.get((file && packNamedIn(file)) ?? '');
  // Of a pack that does not exist or cannot be read, check tells.
  if (last === undefined || last.years.includes(year)) return { says: [] };
  const said = `模板包“${last.slug}”适用 ${last.years.join('、')} 年度`;
  const [chosen, ...others] = familyPacksFor(last.slug, year, packs.values());
  if (chosen !== undefined && others.length === 0)
    return {
      chosen: chosen.slug,
      says: [`${said}，“模板”改成了同系列 ${year} 年度的“${chosen.slug}”；它要填的有不同的，check 会指出`],
    };
  return { says: [`${said}；${packAdvice(last, year, { packs: [...packs.values()], folders })}`] };
}
