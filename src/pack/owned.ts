import type { PackFile } from './schema.ts';
import type { PackFolder } from './pack-folder.ts';

/** An entry of a section of pack.yaml with the pack that it was found in. */
export interface Owned<T> {
  readonly value: T;
  readonly owner: PackFolder;
}

/** The sections whose entries are inherited by their names. */
type NamedSection = {
  [K in keyof PackFile]: PackFile[K] extends Readonly<Record<string, unknown>>
    ? string extends keyof PackFile[K]
      ? K
      : never
    : never;
}[keyof PackFile];

/**
 * The entries of a section by their names, each from the nearest pack that has it.
 *
 * @param line a pack's folder and those that it inherits from, nearest first
 */
export function entriesOf<K extends NamedSection>(
  line: readonly PackFolder[],
  section: K,
): ReadonlyMap<string, Owned<PackFile[K][string]>> {
  const entries = new Map<string, Owned<PackFile[K][string]>>();
  for (const owner of line.toReversed())
    for (const [name, value] of Object.entries(owner.file.value[section]))
      entries.set(name, { value: value as PackFile[K][string], owner });
  return entries;
}
