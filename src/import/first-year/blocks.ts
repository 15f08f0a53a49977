import { renderEntry } from '../../source/writer/render.ts';
import { NEW_FILE } from '../../source/writer/style.ts';
import type { YamlValue } from '../../source/writer/value.ts';
import type { RawFile } from '../../source/source-file.ts';

/** A section of a new file, with what is said of it above. */
export interface Block {
  /** Comments, a line each. */
  readonly notes?: readonly string[];
  /** Missing for a section that is only explained. */
  readonly entry?: readonly [key: string, value: YamlValue];
}

/** The text of a new file: its first lines, then its sections with blank lines between. */
export function newFile(head: readonly string[], blocks: readonly Block[]): string {
  const sections = blocks.map(({ notes = [], entry }) => [
    ...notes.map((note) => (note === '' ? '#' : `# ${note}`)),
    ...(entry === undefined ? [] : renderEntry(entry[0], entry[1], 0, NEW_FILE)),
  ]);
  return [head, ...sections]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** The line by which editors check a file, where the project has the schema. */
export function schemaLine(files: readonly RawFile[], schema: string, path: string): readonly string[] {
  const target = `content/schema/${schema}.json`;
  if (!files.some((file) => file.path === target)) return [];
  const up = '../'.repeat(path.split('/').length - 2);
  return [`# yaml-language-server: $schema=${up}schema/${schema}.json`];
}
