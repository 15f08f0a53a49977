import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundInUnit } from '../../compile/checked-site.ts';
import { hasErrors, type Diagnostic } from '../../source/diagnostic.ts';
import type { UnitFacts } from '../../summary/unit-summary.ts';
import { filesBelow } from '../../workspace/files-below.ts';
import { programDigest } from '../../workspace/program.ts';
import { foldersOfYear } from '../booklet-folder.ts';
import { FileWriter } from '../file-writer.ts';
import { printingMark } from '../pdf/printing-mark.ts';
import type { BookletRecord } from '../published/booklet-record.ts';
import { CacheFolder } from './cache-folder.ts';
import { sumsOf, type FileSum } from './file-sums.ts';
import type { RemoteCache } from './remote-cache.ts';
import { seal, unseal, type PackedFile } from './sealed.ts';

/** A unit of a site, made: what pages over many units need of it. */
export interface MadeUnit {
  readonly facts: UnitFacts;
  readonly records: readonly BookletRecord[];
  /** How many pages its booklets have. */
  readonly pages: number;
}

/** A unit whose outputs are in the cache, with what is known of their files, in the order of their paths. */
export interface KnownUnit {
  readonly made: MadeUnit;
  readonly files: readonly FileSum[];
}

/**
 * What was found in units and made of them before, by the program as it is now. An entry is found by the key of a unit,
 * which sums up all that it is made of (`compile/unit-key.ts`); one that is damaged is none.
 */
export class UnitCache {
  readonly folder: CacheFolder;
  readonly remote: RemoteCache | undefined;
  private readonly program = programDigest();

  /**
   * @param folder absolute path; it need not be there
   * @param remote another one, of which this one takes what it has not
   */
  constructor(folder: string, remote?: RemoteCache) {
    this.folder = new CacheFolder(folder);
    this.remote = remote;
  }

  /** What was found in a unit when it had no errors; undefined where that is not known. */
  async found(key: string): Promise<FoundInUnit | undefined> {
    return (await this.read(this.keyOf('found', key)))?.head as FoundInUnit | undefined;
  }

  /** Keeps what was found, unless some of it is an error: that is found anew each time. */
  async keepFound(key: string, found: FoundInUnit): Promise<void> {
    if (hasErrors(found.diagnostics)) return;
    await this.folder.write(this.keyOf('found', key), seal(found, []));
  }

  /** What was found in what units share when that had no errors; undefined where it is not known. */
  async foundShared(key: string): Promise<readonly Diagnostic[] | undefined> {
    return (await this.read(this.keyOf('shared', key)))?.head as readonly Diagnostic[] | undefined;
  }

  /** Keeps what was found in what units share, unless some of it is an error. */
  async keepFoundShared(key: string, found: readonly Diagnostic[]): Promise<void> {
    if (!hasErrors(found)) await this.folder.write(this.keyOf('shared', key), seal(found, []));
  }

  /** What the outputs of a unit are called here: PDFs are what one browser makes of pages, and may be dated. */
  nameOf(key: string, pdf: boolean): string {
    return this.keyOf('outputs', key, pdf ? `PDF ${printingMark()}` : '');
  }

  /** Whether a unit's outputs seem to be known: enough to tell how much there is to do. */
  seemsMade(key: string, pdf: boolean): boolean {
    return this.folder.has(this.noteOf(key, pdf));
  }

  /** What is known of a unit's outputs; undefined if nothing is. The outputs themselves may be gone meanwhile. */
  async known(key: string, pdf: boolean): Promise<KnownUnit | undefined> {
    return (await this.read(this.noteOf(key, pdf)))?.head as KnownUnit | undefined;
  }

  /** Says that a unit's outputs are of use, though nobody reads them now. */
  async stillUsed(key: string, pdf: boolean): Promise<void> {
    await this.folder.use(this.nameOf(key, pdf));
  }

  /** Puts a unit's outputs into a site, if they are there. */
  async restore(key: string, pdf: boolean, siteRoot: string): Promise<boolean> {
    const kept = await this.read(this.nameOf(key, pdf));
    if (kept !== undefined) writePacked(kept.files, siteRoot);
    return kept !== undefined;
  }

  /** Keeps the outputs of a unit that stand in a site, and tells what is known of them from now on. */
  async keep(key: string, pdf: boolean, made: MadeUnit, siteRoot: string): Promise<KnownUnit> {
    const files = await filesOf(made, siteRoot);
    const known = { made, files: sumsOf(files) };
    await this.folder.write(this.nameOf(key, pdf), seal({}, files));
    await this.folder.write(this.noteOf(key, pdf), seal(known, []));
    return known;
  }

  /**
   * Compares the outputs of a unit that stand in a site with what was known of them.
   *
   * @returns what differs: the path of a file, or the unit's name if it is what pages over many units need
   */
  async differs(known: KnownUnit, made: MadeUnit, siteRoot: string): Promise<string | undefined> {
    const files = sumsOf(await filesOf(made, siteRoot));
    const before = new Map(known.files.map(({ path, sum }) => [path, sum]));
    const other = files.find(({ path, sum }) => sum !== before.get(path));
    if (other !== undefined) return other.path;
    return files.length === known.files.length && JSON.stringify(made) === JSON.stringify(known.made)
      ? undefined
      : made.facts.slug;
  }

  /** What was noted here under some words, if it was: of what stands on this machine no other cache knows. */
  async noted(...words: readonly string[]): Promise<unknown> {
    const key = this.keyOf('note', ...words);
    return (await this.unsealed(key, await this.folder.read(key)))?.head;
  }

  /** Notes something under some words, in the place of what was noted before. */
  async note(content: object, ...words: readonly string[]): Promise<void> {
    await this.folder.write(this.keyOf('note', ...words), seal(content, []));
  }

  /** Puts the bundle of the pages into a folder, if it is known. */
  async restoreBundle(folder: string): Promise<boolean> {
    const kept = await this.read(this.keyOf('pages'));
    if (kept !== undefined) writePacked(kept.files, folder);
    return kept !== undefined;
  }

  /** Keeps the bundle of the pages that lies in a folder. */
  async keepBundle(folder: string): Promise<void> {
    await this.folder.write(this.keyOf('pages'), seal({}, await packed(folder, '')));
  }

  private async read(key: string): ReturnType<typeof this.unsealed> {
    return (await this.unsealed(key, await this.folder.read(key))) ?? this.fetched(key);
  }

  /** What the remote cache has, kept from now on. */
  private async fetched(key: string): ReturnType<typeof this.unsealed> {
    const bytes = await this.remote?.read(key);
    const entry = bytes && unseal(bytes);
    if (bytes !== undefined && entry !== undefined) await this.folder.write(key, bytes);
    return entry;
  }

  private async unsealed(key: string, bytes: Uint8Array | undefined) {
    const entry = bytes && unseal(bytes);
    if (bytes !== undefined && entry === undefined) await this.folder.remove(key);
    return entry;
  }

  /** What is known of a unit's outputs lies beside them. */
  private noteOf(key: string, pdf: boolean): string {
    return this.keyOf('made', this.nameOf(key, pdf));
  }

  private keyOf(...parts: readonly string[]): string {
    return hash('sha256', [this.program, ...parts].join());
  }
}

/** The files of a unit's booklets, in the order of their paths. */
async function filesOf({ facts, records }: MadeUnit, siteRoot: string): Promise<readonly PackedFile[]> {
  const { slug } = facts;
  const ofYears = records.map(({ summary }) => foldersOfYear(slug, summary.year, siteRoot));
  const folders = (await Promise.all(ofYears)).flat();
  return (await Promise.all(folders.map((folder) => packed(siteRoot, `${folder}/`)))).flat();
}

/** The files below a folder of another. */
async function packed(root: string, folder: string): Promise<readonly PackedFile[]> {
  return (await filesBelow(join(root, folder))).map((name) => {
    const path = `${folder}${name}`;
    return { path, bytes: readFileSync(join(root, path)) };
  });
}

function writePacked(files: readonly PackedFile[], root: string): void {
  const writer = new FileWriter(root);
  for (const { path, bytes } of files) writer.write(path, bytes);
}
