import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

/** A file that was named on the command line. */
export interface GivenBytes {
  /** Its name; within a folder, with the folder's. */
  readonly name: string;
  /** Nothing of a file that is larger than asked for. */
  readonly bytes: Uint8Array;
  readonly size: number;
}

/** Sheets and forms that are saved one by one, as in a folder of CSV files, and booklets. */
const IN_FOLDERS = /\.(csv|txt|tsv|xlsx|xls|ods|et|pdf|docx|html?)$/i;

/**
 * Reads files that were named on the command line; of a folder, the spreadsheets, forms and booklets that lie in it, or the
 * Data Package that it is.
 *
 * @param largest how many bytes a file may have to be read
 */
export async function readGiven(path: string, largest: number): Promise<readonly GivenBytes[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new Refusal(`没有文件“${path}”；请检查路径`);
  if (found.isFile()) return [await readFigures(path, largest)];
  if (!found.isDirectory()) throw new Refusal(`“${path}”不是文件；请检查路径`);
  const all = await readdir(path);
  if (all.includes(PACKAGE)) return [await readFigures(join(path, PACKAGE), largest)];
  const names = all.filter((name) => IN_FOLDERS.test(name) && !name.startsWith('.')).sort();
  if (names.length === 0) throw new Refusal(`文件夹“${path}”里没有表格，也没有公开文本；请检查路径`);
  return Promise.all(names.map((name) => readOne(join(path, name), `${basename(path)}/${name}`, largest)));
}

const PACKAGE = 'datapackage.json';

/** A file; of a Data Package of ours, which only describes, the file that has all its figures. */
async function readFigures(path: string, largest: number): Promise<GivenBytes> {
  const figures = join(dirname(path), 'figures.json');
  const hasFigures = basename(path) === PACKAGE && (await stat(figures).catch(() => undefined))?.isFile();
  return hasFigures === true
    ? readOne(figures, basename(figures), largest)
    : readOne(path, basename(path), largest);
}

async function readOne(path: string, name: string, largest: number): Promise<GivenBytes> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return { name, size, bytes: size > largest ? new Uint8Array() : await file.readFile() };
  } finally {
    await file.close();
  }
}
