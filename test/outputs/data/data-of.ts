import type { Booklet } from '../../../src/compile/booklet.ts';
import { dataSet } from '../../../src/outputs/data/data-set.ts';
import { compiled } from '../../support/compiled.ts';
import { realFiles } from '../../support/project.ts';

/** The files of a booklet's open data by their paths. */
export type DataFiles = ReadonlyMap<string, Uint8Array>;

/** The latest booklet of one of the repository's own units. */
export async function bookletOf(slug: string): Promise<Booklet> {
  const booklet = compiled(await realFiles(slug)).units[0]?.booklets.at(-1);
  if (booklet === undefined) throw new Error(`no booklet of ${slug}`);
  return booklet;
}

/** Makes the open data of a booklet. */
export async function dataOf(booklet: Booklet): Promise<DataFiles> {
  return new Map((await dataSet(booklet)).map(({ path, bytes }) => [path, bytes]));
}

/** The text of a file, byte order mark included. */
export function textOf(files: DataFiles, path: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(path));
}
