import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { identityOf } from './output-marker.ts';

/** Where a build says which folders it moves from the old output into the new one, for whoever finds it cut short. */
const JOURNAL = 'taken.json';

interface Journal {
  /** Tells the old output from others. */
  readonly from: string;
  readonly paths: readonly string[];
}

/** Folders that are moved from an old output into a new one, since they are what would be made anew. */
export class TakenFolders {
  private readonly journal: string;

  /** @param work absolute path of the folder in which both outputs lie during the swap */
  constructor(work: string) {
    this.journal = join(work, JOURNAL);
  }

  /** Moves them; what says so is written before. */
  take(paths: readonly string[], old: string, to: string): void {
    if (paths.length === 0) return;
    writeFileSync(this.journal, JSON.stringify({ from: identityOf(old), paths }));
    for (const path of paths) move(path, old, to);
  }

  /** Moves back what has been moved, if the folder is the output from which it was taken. */
  giveBack(from: string, old: string): void {
    const journal = readJournal(this.journal);
    if (journal === undefined || journal.from !== identityOf(old)) return;
    for (const path of journal.paths) if (existsSync(join(from, path))) move(path, from, old);
  }
}

function move(path: string, from: string, to: string): void {
  mkdirSync(dirname(join(to, path)), { recursive: true });
  renameSync(join(from, path), join(to, path));
}

/** One that was cut short while it was written has moved nothing yet. */
function readJournal(file: string): Journal | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Journal;
  } catch {
    return undefined;
  }
}
