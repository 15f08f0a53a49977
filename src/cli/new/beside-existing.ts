import type { RawFile } from '../../source/source-file.ts';

/** What of the files of a year is to be written beside those that are there already. */
export interface BesideExisting {
  readonly files: ReadonlyMap<string, string>;
  /** What is there and stays as it is. */
  readonly kept: readonly string[];
}

/**
 * Leaves out what is there already, as after an import that came first. Of self-evaluation forms, some are all: which
 * projects there are, somebody has decided.
 *
 * @param made texts by their paths
 */
export function besideExisting(made: ReadonlyMap<string, string>, files: readonly RawFile[]): BesideExisting {
  const there = new Set(files.map(({ path }) => path));
  const folders = new Set(files.map(({ path }) => formsFolder(path)));
  const isThere = (path: string): boolean =>
    there.has(path) || (formsFolder(path) !== undefined && folders.has(formsFolder(path)));
  return {
    files: new Map([...made].filter(([path]) => !isThere(path))),
    kept: [...new Set([...made.keys()].filter(isThere).map((path) => formsFolder(path) ?? path))],
  };
}

/** The folder of forms in which a file lies; undefined for other files. */
function formsFolder(path: string): string | undefined {
  return /^.*\/performance\//u.exec(path)?.[0];
}
