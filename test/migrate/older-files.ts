import { fileURLToPath } from 'node:url';
import type { RawFile } from '../../src/source/source-file.ts';
import { readSources } from '../../src/workspace/read-sources.ts';
import { realFiles } from '../support/project.ts';

/** Packs as this repository had them before 0.1.0, file by file. */
export const OLDER_FOLDER = fileURLToPath(new URL('before-0.1.0/', import.meta.url));

/** A pack that inherits from none, whose accounts a unit of today's content has, and one that declares facts of its own. */
export const OLDER_PACKS = ['xinjiang-2023', 'meetings'] as const;

/** The packs of before 0.1.0 alone. */
export function olderPacks(): Promise<readonly RawFile[]> {
  return readSources(OLDER_FOLDER);
}

/** Units of today's content with the packs of before in the place of today's. */
export async function withOlderPacks(...units: readonly string[]): Promise<readonly RawFile[]> {
  const files = await realFiles(...units);
  const others = files.filter(
    ({ path }) => !OLDER_PACKS.some((pack) => path.startsWith(`templates/${pack}/`)),
  );
  return [...others, ...(await olderPacks())];
}
