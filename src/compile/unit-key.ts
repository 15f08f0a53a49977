import { hash } from 'node:crypto';
import { unitOf } from '../accounts/content-files.ts';
import type { RawFile } from '../source/source-file.ts';
import { packNamedIn, packOf } from './used-packs.ts';

/** What of the content all units read; what the public calls things is the search's alone. */
const READ_BY_ALL = /^content\/(?:site\.yaml$|codes\/|fonts\/)/;
/** What of a pack others may ask for, though none of theirs is made of it: for which years it is, which forms there are. */
const KNOWN_TO_ALL = /^templates\/[^/]+\/(?:pack\.yaml$|forms\/)/;

/**
 * Sums up all that is read of each unit: its own files of all years, what all units read, the template packs that its
 * accounts name and those that these may be made of. Units of the same key have the same findings and the same outputs, so
 * long as the program is the same. A key says more than what was used, never less.
 *
 * @param files everything under content/ and templates/
 * @returns keys by the names of units' folders, as hexadecimal digits
 */
export function unitKeys(files: readonly RawFile[]): ReadonlyMap<string, string> {
  const byUnit = Map.groupBy(files, ({ path }) => unitOf(path));
  const shared = (byUnit.get(undefined) ?? []).filter(
    ({ path }) => READ_BY_ALL.test(path) || KNOWN_TO_ALL.test(path),
  );
  const ofAll = digestOf(shared);
  const packsOf = packDigests(files);
  const keys = new Map<string, string>();
  for (const [slug, own] of byUnit) {
    if (slug === undefined) continue;
    const packs = new Set(own.flatMap((file) => packNamedIn(file) ?? []));
    keys.set(slug, hash('sha256', [slug, ofAll, ...[...packs].sort().map(packsOf), digestOf(own)].join()));
  }
  return keys;
}

/**
 * Sums up all that is read of what units share, and which packs they use. What is found in these files is the same where the
 * key is, so long as the program is the same.
 *
 * @param files everything under content/ and templates/
 * @param used the packs that the units use
 */
export function sharedKey(files: readonly RawFile[], used: ReadonlySet<string>): string {
  const shared = files.filter(({ path }) => unitOf(path) === undefined);
  return hash('sha256', [...[...used].sort(), digestOf(shared)].join());
}

/** A digest of a pack with all that it may be made of. */
function packDigests(files: readonly RawFile[]): (pack: string) => string {
  const templates = files.filter(({ path }) => path.startsWith('templates/'));
  const packs = Map.groupBy(templates, ({ path }) => packOf(path));
  const known = new Map<string, string>();
  return (pack) => {
    const digest = known.get(pack) ?? digestOf(madeOf(pack, packs).flatMap((name) => packs.get(name) ?? []));
    known.set(pack, digest);
    return digest;
  };
}

/** A pack and those that its files of entries name, and so on: one too many does no harm. */
function madeOf(
  pack: string,
  packs: ReadonlyMap<string | undefined, readonly RawFile[]>,
): readonly (string | undefined)[] {
  const wanted = new Set<string | undefined>([pack]);
  // A set that grows while it is walked is walked to its end.
  for (const name of wanted) {
    const texts = (packs.get(name) ?? [])
      .filter(({ path }) => path.endsWith('.yaml'))
      .map(({ bytes }) => new TextDecoder().decode(bytes));
    for (const other of packs.keys())
      if (other !== undefined && texts.some((text) => text.includes(other))) wanted.add(other);
  }
  return [...wanted].sort();
}

/** Of paths and contents, and of what the system did not let us read. */
function digestOf(files: readonly RawFile[]): string {
  const lines = files.map(
    ({ path, bytes, problem, shipped }) =>
      `${JSON.stringify([path, problem, shipped])} ${hash('sha256', bytes)}`,
  );
  return hash('sha256', lines.sort().join('\n'));
}
