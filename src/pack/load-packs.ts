import type { Enterable } from '../accounts/enterable.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { forgetful, type Recall } from '../source/recall.ts';
import { problemOf, type RawFile } from '../source/source-file.ts';
import { COMMON_PACK } from './assemble-layouts.ts';
import { assembleFacts } from './assemble-facts.ts';
import { assemblePack } from './assemble-pack.ts';
import { assembleTexts } from './assemble-texts.ts';
import { inheritedFormKinds } from './form-kinds.ts';
import { lineage } from './lineage.ts';
import type { PackFolder } from './pack-folder.ts';
import type { Pack } from './pack.ts';
import { openFolder, openLine, readFolder } from './read-folder.ts';
import { unusedFiles, type ReadPack } from './unused-files.ts';
import { withUsedTables } from './used-tables.ts';

/** All packs that can be used, by folder name, and what is wrong in any of them. */
export interface LoadedPacks {
  readonly packs: ReadonlyMap<string, Pack>;
  /** Names of all pack folders, also of those that could not be read. */
  readonly folders: ReadonlySet<string>;
  /** What units enter by each pack that can be read, also by one that has other errors. */
  readonly entered: ReadonlyMap<string, Enterable>;
  /** The packs in whose pack.yaml there are mistakes, so that part of what it says may be lost. */
  readonly faulty: ReadonlySet<string>;
  /** The packs of which a pack is made: what it inherits from, and of which it uses tables or parts. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the template folder: every pack with its inheritance resolved.
 *
 * @param recall gives what was made before: a pack is the very same while it and those that it is made of have not changed
 */
export function loadPacks(files: readonly RawFile[], recall: Recall = forgetful): LoadedPacks {
  const groups = groupByFolder(files);
  const names = [...groups.keys()];
  const { read, diagnostics } = readFolders(groups, recall);
  const sources = new Map([...read].map(([slug, folder]) => [slug, folder ? sourcesOf(folder) : []]));
  // All that a pack is made of; the names of the others are told where one is mistyped.
  const inputsOf = (slug: string, folders: Folders): readonly unknown[] => [
    names.join(),
    ...[...madeOf(slug, { sources })].map((one) => folders.get(one)),
  ];
  const resolved = [...read.values()].flatMap((folder) =>
    folder === undefined
      ? []
      : recall(`${folder.slug} tables`, inputsOf(folder.slug, read), () => withUsedTables(folder, read)),
  );
  const folders: Folders = new Map([
    ...read,
    ...resolved.map(({ folder }) => [folder.slug, folder] as const),
  ]);
  const made = resolved.map(({ folder }) =>
    recall(`${folder.slug} pack`, inputsOf(folder.slug, folders), () => makePack(folder, folders)),
  );
  const entered = new Map<string, Enterable>();
  for (const one of made) entered.set(one.slug, sameOf([...entered.values()], one.entered));
  const mistakes = [...diagnostics, ...[...resolved, ...made].flatMap((one) => one.diagnostics)];
  const faulty = faultyPacks(mistakes);
  return {
    packs: new Map(made.flatMap(({ slug, pack }) => (pack === undefined ? [] : [[slug, pack] as const]))),
    folders: new Set(names),
    entered,
    faulty,
    sources,
    diagnostics: [
      ...files.filter(isNoPart).flatMap((file) => problemOf(file) ?? []),
      ...unusedFiles(readPacks(groups, { read, sources, faulty })),
      ...mistakes,
    ],
  };
}

/** The folders as far as they can be read by themselves. */
function readFolders(
  groups: ReadonlyMap<string, readonly RawFile[]>,
  recall: Recall,
): { readonly read: Folders; readonly diagnostics: readonly Diagnostic[] } {
  const opened = new Map(
    [...groups].map(([slug, own]) => [slug, recall(`${slug} opened`, own, () => openFolder(slug, own))]),
  );
  const all = [...opened.values()].map((folder) => {
    const line = openLine(folder, opened);
    return { opened: folder, read: recall(`${folder.slug} folder`, line, () => readFolder(line)) };
  });
  return {
    read: new Map(all.map((one) => [one.opened.slug, one.read.folder])),
    diagnostics: all.flatMap((one) => [...one.opened.diagnostics, ...one.read.diagnostics]),
  };
}

function faultyPacks(mistakes: readonly Diagnostic[]): ReadonlySet<string> {
  const files = mistakes.flatMap(({ severity, place }) => (severity === 'error' ? [place.file] : []));
  return new Set(files.flatMap((file) => PACK_FILE.exec(file)?.[1] ?? []));
}

const PACK_FILE = /^templates\/([^/]+)\/pack\.yaml$/u;

type Folders = ReadonlyMap<string, PackFolder | undefined>;

/** The packs with their files; what stands in a faulty pack.yaml may be lost, and with it the names of files. */
function readPacks(
  groups: ReadonlyMap<string, readonly RawFile[]>,
  { read, sources, faulty }: Pick<LoadedPacks, 'sources' | 'faulty'> & { readonly read: Folders },
): ReadonlyMap<string, ReadPack> {
  return new Map(
    [...groups].map(([slug, files]) => {
      const folder = faulty.has(slug) ? undefined : read.get(slug);
      return [slug, { files, folder, madeOf: madeOf(slug, { sources }) }];
    }),
  );
}

interface MadePack {
  readonly slug: string;
  /** What units of it enter, also where it has other errors. */
  readonly entered: Enterable;
  readonly pack?: Pack;
  readonly diagnostics: readonly Diagnostic[];
}

function makePack(folder: PackFolder, folders: Folders): MadePack {
  const diagnostics: Diagnostic[] = [];
  // What leads nowhere is reported where the pack is put together.
  const line = lineage(folder, folders, []) ?? [folder];
  const facts = assembleFacts(folder, line, diagnostics);
  const texts = assembleTexts(folder, line, diagnostics);
  const forms = inheritedFormKinds(folder, folders);
  const pack = assemblePack(folder, folders, { facts, texts }, diagnostics);
  const entered = { facts: facts.book, texts, forms };
  return { slug: folder.slug, entered, ...(pack && { pack }), diagnostics };
}

/** A pack's name with those of all packs that it is made of. */
export function madeOf(pack: string, { sources }: Pick<LoadedPacks, 'sources'>): ReadonlySet<string> {
  const names = new Set([pack]);
  // A set that grows while it is walked is walked to its end.
  for (const name of names) for (const source of sources.get(name) ?? []) names.add(source);
  return names;
}

function sourcesOf({ file, uses }: PackFolder): readonly string[] {
  const paths = [
    ...[...uses.values()].map(({ value }) => value.use),
    ...(file.value.parts ?? []).map((part) => part.file),
  ];
  const used = paths.flatMap((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : []));
  return [file.value.extends ?? COMMON_PACK, ...used];
}

/** The very same for all packs that ask for the same, so that what was read by one is known to be the same by another. */
function sameOf(known: readonly Enterable[], own: Enterable): Enterable {
  const same = known.find(
    ({ facts, texts, forms }) => facts === own.facts && texts === own.texts && areSame(forms, own.forms),
  );
  return same ?? own;
}

function areSame(a: Enterable['forms'], b: Enterable['forms']): boolean {
  return a === b || (a?.length === b?.length && a?.every((kind, index) => kind === b?.[index]) === true);
}

/** Holds the JSON Schemas for editors, and no pack. */
export const SCHEMA_FOLDER = 'schema';

/** Whether a path is that of a folder or of something else that no pack reads, so that nothing else would tell of it. */
function isNoPart({ path }: RawFile): boolean {
  return !/\.(?:yaml|hbs)$/.test(path);
}

function groupByFolder(files: readonly RawFile[]): ReadonlyMap<string, readonly RawFile[]> {
  const groups = new Map<string, RawFile[]>();
  for (const file of files) {
    const slug = /^templates\/([^/]+)\/.+/.exec(file.path)?.[1];
    if (slug === undefined || slug.startsWith('.') || slug === SCHEMA_FOLDER) continue;
    groups.set(slug, [...(groups.get(slug) ?? []), file]);
  }
  return groups;
}
