import { isAccounts, unitOf } from '../accounts/content-files.ts';
import { compilePart, type SitePart } from '../compile/compile-site.ts';
import type { GivenName } from '../compile/given-names.ts';
import { usedPacks } from '../compile/used-packs.ts';
import type { Recall } from '../source/recall.ts';
import { keepUnchanged, type RawFile } from '../source/source-file.ts';

/** Both sides of a change. */
export interface Both<T> {
  readonly before: T;
  readonly after: T;
}

/** Files that are not the same on both sides, by path. */
export interface ChangedFile {
  readonly path: string;
  readonly before?: RawFile;
  readonly after?: RawFile;
}

/** Copies of the editors' schemas, in which nobody enters anything: a newer program makes them anew. */
const GENERATED = /^(?:content|templates)\/schema\//u;

/** The files of both sides that differ, in the order of their paths. */
export function changedFiles({ before, after }: Both<readonly RawFile[]>): readonly ChangedFile[] {
  const [old, now] = [byPath(before), byPath(after)];
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort();
  return paths.flatMap((path) => {
    const [one, other] = [old.get(path), now.get(path)];
    if (one === other || GENERATED.test(path)) return [];
    return [{ path, ...(one && { before: one }), ...(other && { after: other }) }];
  });
}

function byPath(files: readonly RawFile[]): ReadonlyMap<string, RawFile> {
  return new Map(files.map((file) => [file.path, file]));
}

/** The same file as one object on both sides, so that what is made of it is made once. */
export function withSharedFiles({ before, after }: Both<readonly RawFile[]>): Both<readonly RawFile[]> {
  return { before, after: keepUnchanged(before, after) };
}

/**
 * Compiles both sides. Units whose own files did not change are left out, unless something changed that all share, a year
 * came or went, or a name changed that is held against those of other units.
 *
 * @param changed the files that differ
 * @param recall makes what is the same on both sides once
 */
export function compileBoth(
  files: Both<readonly RawFile[]>,
  changed: readonly ChangedFile[],
  recall: Recall,
): Both<SitePart> {
  const units = new Set(changed.map(({ path }) => unitOf(path)));
  // Pages over all booklets list the years of which there are any.
  const isOfOneSide = changed.some((file) => isAccounts(file.path) && !(file.before && file.after));
  if (units.has(undefined) || isOfOneSide) return compileSides(files, files, recall);
  const some = (all: readonly RawFile[]): readonly RawFile[] =>
    all.filter(({ path }) => unitOf(path) === undefined || units.has(unitOf(path)));
  const compiled = compileSides({ before: some(files.before), after: some(files.after) }, files, recall);
  const sameNames = namesText(compiled.before.names) === namesText(compiled.after.names);
  return sameNames ? compiled : compileSides(files, files, recall);
}

function compileSides(
  { before, after }: Both<readonly RawFile[]>,
  all: Both<readonly RawFile[]>,
  recall: Recall,
): Both<SitePart> {
  return {
    before: compilePart(before, usedPacks(all.before), recall),
    after: compilePart(after, usedPacks(all.after), recall),
  };
}

/** The names that units give to codes, wherever they stand. */
function namesText(names: readonly GivenName[]): string {
  const lines = names.map(({ year, table, code, name, place: { file } }) =>
    JSON.stringify([year, table, code, name, file]),
  );
  return lines.sort().join('\n');
}
