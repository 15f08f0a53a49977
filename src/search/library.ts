import { gramPath, TITLES, type Directory, type GramFile } from './index-files.ts';
import { decodeRuns, placeBefore, union, type Runs } from './runs.ts';
import type { GramIndex, Where } from './gram-index.ts';

/**
 * Loads a file of the index.
 *
 * @param path from the search page
 * @param version of the index; none for the directory, which tells it
 */
export type Load = (path: string, version?: string) => Promise<unknown>;

/** The files of an index, each loaded at most once. */
export class Library {
  private readonly load: Load;
  private readonly directory: Directory;
  private readonly files = new Map<string, Promise<unknown>>();

  constructor(load: Load, directory: Directory) {
    this.load = load;
    this.directory = directory;
  }

  /** A file that is not there is a bug of the build; rejects as `load` does. */
  file<Content>(path: string): Promise<Content> {
    const known = this.files.get(path) ?? this.load(path, this.directory.version);
    this.files.set(path, known);
    return known as Promise<Content>;
  }

  /** Loads gram files to look grams up in. */
  async grams(numbers: ReadonlySet<number>): Promise<GramIndex> {
    const loaded = await Promise.all(
      [...numbers].map(async (number) => [number, await this.file<GramFile>(gramPath(number))] as const),
    );
    return lookUpIn(new Map(loaded), this.directory.grams);
  }
}

function lookUpIn(files: ReadonlyMap<number, GramFile>, firsts: Directory['grams']): GramIndex {
  return {
    find(gram, where) {
      const number = placeBefore(firsts, gram);
      if (number < 0) return [];
      const file = files.get(number);
      return file && sectionsIn(file[gram], where);
    },
    range(from, to) {
      const entries = [...files.values()].flatMap((file) => Object.entries(file));
      return entries
        .filter(([gram]) => gram >= from && gram <= to)
        .map(([, sections]) => sectionsIn(sections, 'text'))
        .reduce(union, []);
    },
  };
}

function sectionsIn(sections: string | undefined, where: Where): Runs {
  const [all = '', titled = ''] = (sections ?? '').split(TITLES);
  return decodeRuns(where === 'title' ? titled : all);
}
