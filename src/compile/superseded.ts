import { editionFolder } from '../accounts/content-files.ts';
import type { LoadedEdition } from '../accounts/load.ts';
import type { LoadedYear } from '../accounts/load-year.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfValue } from '../source/yaml.ts';
import type { Superseded } from './booklet.ts';

/**
 * By what an edition that is kept was superseded: by the first correction after it that the year's accounts state.
 *
 * @param current the year as it is now, if it can be read
 */
export function supersededBy(
  edition: LoadedEdition,
  current: LoadedYear | undefined,
): Superseded | Diagnostic {
  const { accounts, year } = edition;
  const place = placeOfValue(accounts.document, ['公开', '更正']);
  const folder = editionFolder(year, edition.edition);
  const own = accounts.value.publication.corrections.at(-1)?.edition ?? 1;
  if (own !== edition.edition) {
    const message = `文件夹 ${folder} 放的应是第 ${edition.edition} 版，里面的“更正”写到第 ${own} 版；请把文件夹改名为 ${editionFolder(year, own)}，或者改正“更正”`;
    return error('old-edition', message, place);
  }
  const by = current?.accounts.value.publication.corrections.find(
    (correction) => correction.edition > edition.edition,
  );
  if (by !== undefined) return { edition: edition.edition, by };
  const message = `${folder} 是第 ${edition.edition} 版，${year} 年度的 accounts.yaml 的“更正”里没有它以后的版次；请在那里写明第 ${edition.edition + 1} 版更正了什么，没有更正的删去这个文件夹`;
  return error('old-edition', message, place);
}
