import { hash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { OutputFolder } from '../../workspace/output-folder.ts';
import { summariesOf } from '../published/made-units.ts';
import { recordFiles, recordsFolder, writeRecords } from '../published/records-folder.ts';
import type { KnownUnit, UnitCache } from './unit-cache.ts';

/** What is noted of a unit whose outputs stand in an output folder. */
interface Placed {
  /** What its outputs are called in the cache. */
  readonly name: string;
  /** Sums up by what the system tells whether any of its files was touched. */
  readonly look: string;
}

/** A unit of a new output. */
interface Unit {
  readonly key: string;
  readonly known: KnownUnit;
  /** As it was noted, if it is taken from the old output. */
  readonly look?: string;
}

/**
 * Which units stand in an output folder just as builds have put them there, so that the next build can take them as they
 * are, with neither reading nor writing them. Whatever has been done to one of their files since, be it put back as it was,
 * has left a trace in the system's own records of it; then the unit comes from the cache.
 */
export class PlacedUnits {
  private readonly cache: UnitCache;
  private readonly output: OutputFolder;
  private readonly pdf: boolean;
  private readonly units = new Map<string, Unit>();
  private before: Promise<Readonly<Record<string, Placed>>> | undefined;

  constructor(cache: UnitCache, output: OutputFolder, pdf: boolean) {
    this.cache = cache;
    this.output = output;
    this.pdf = pdf;
  }

  /** Names of the units that are taken. */
  get taken(): ReadonlySet<string> {
    return new Set(this.takenUnits().map(({ known }) => known.made.facts.slug));
  }

  /** The folders that are taken, from the root of the site. */
  get folders(): readonly string[] {
    return this.takenUnits().flatMap(({ known }) => foldersOf(known));
  }

  /** The SHA-256 of all files of these units, by their paths. */
  sums(): ReadonlyMap<string, string> {
    const files = [...this.units.values()].flatMap(({ known }) => known.files);
    return new Map(files.map(({ path, sum }) => [path, sum]));
  }

  /** Takes a unit from the old output, if it is still as it was put there. */
  async take(key: string, known: KnownUnit): Promise<boolean> {
    const { old } = this.output;
    if (old === undefined || known.files.length === 0) return false;
    this.before ??= this.read(old);
    const { slug } = known.made.facts;
    const placed = (await this.before)[slug];
    if (placed?.name !== this.cache.nameOf(key, this.pdf) || lookOf(known, old) !== placed.look) return false;
    this.units.set(slug, { key, known, look: placed.look });
    await this.cache.stillUsed(key, this.pdf);
    return true;
  }

  /** A unit of the new output that stands in it. */
  put(key: string, known: KnownUnit): void {
    this.units.set(known.made.facts.slug, { key, known });
  }

  /** A unit of the new output that another process has made, and keeps in the cache. */
  async putMade(key: string): Promise<void> {
    const known = await this.cache.known(key, this.pdf);
    if (known !== undefined) this.put(key, known);
  }

  /** Puts the units that were to be taken into the new output: the old one is gone. False if that cannot be done. */
  async putThere(): Promise<boolean> {
    const { path } = this.output;
    for (const { key, known } of this.takenUnits()) {
      if (!(await this.cache.restore(key, this.pdf, path))) return false;
      writeRecords({ units: summariesOf([known.made]), records: known.made.records }, path);
      this.put(key, known);
    }
    return true;
  }

  /** Looks at what stands in the new output, which is finished; gives what keeps that once it has taken its place. */
  look(): () => Promise<void> {
    const placed = [...this.units].flatMap(([slug, { key, known, look }]) => {
      const now = look ?? lookOf(known, this.output.path);
      return now === undefined
        ? []
        : [[slug, { name: this.cache.nameOf(key, this.pdf), look: now }] as const];
    });
    return () => this.cache.note(Object.fromEntries(placed), ...this.wordsOf(this.output.target));
  }

  private takenUnits(): readonly Unit[] {
    return [...this.units.values()].filter(({ look }) => look !== undefined);
  }

  private async read(old: string): Promise<Readonly<Record<string, Placed>>> {
    return ((await this.cache.noted(...this.wordsOf(old))) ?? {}) as Readonly<Record<string, Placed>>;
  }

  private wordsOf(out: string): readonly string[] {
    return ['placed', hostname(), out, String(this.pdf)];
  }
}

/** The folders of a unit's booklets, and of their records. */
function foldersOf({ made, files }: KnownUnit): readonly string[] {
  const ofBooklets = new Set(files.map(({ path }) => path.split('/', 2).join('/')));
  return [...ofBooklets, recordsFolder(made.facts.slug)];
}

/**
 * Sums up what the system tells of a unit's files, and of their folders, in which one more or less leaves its trace; undefined
 * if something is missing. A folder that is moved is another for the system, but has the same things in it.
 */
function lookOf({ made, files }: KnownUnit, root: string): string | undefined {
  const paths = [...files.map(({ path }) => path), ...recordFiles(made.facts.slug, made.records)];
  const folders = new Set<string>();
  const lines: string[] = [];
  for (const path of paths) {
    const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    lines.push(`${path} ${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.mode}`);
    for (let folder = dirname(path); folder.includes('/'); folder = dirname(folder)) {
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  for (const folder of folders) {
    const stats = lstatSync(join(root, folder), { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    lines.push(`${folder} ${stats.ino} ${stats.mtimeMs} ${stats.mode}`);
  }
  return hash('sha256', lines.join('\n'));
}
