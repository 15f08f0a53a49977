import type { Diagnostic } from '../../source/diagnostic.ts';
import { decodeSource, type RawFile } from '../../source/source-file.ts';
import { parseYaml, type YamlDocument } from '../../source/yaml.ts';
import { nextAccounts, type Years } from './next-accounts.ts';
import { nextEvaluation } from './next-evaluation.ts';
import { nextNarrative } from './next-narrative.ts';

/** One file to be written. */
export interface NewFile {
  /** Path relative to the new year's folder. */
  readonly path: string;
  readonly text: string;
}

/** A new year's files, or what is wrong with those that they are made from. */
export interface NextYear {
  readonly files: readonly NewFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The latest year before a year that has a booklet; undefined if there is none. */
export function lastBookletYear(files: readonly RawFile[], slug: string, before: number): number | undefined {
  const years = files.flatMap((file) => {
    const match = /^content\/units\/([^/]+)\/(\d{4})\/accounts\.yaml$/.exec(file.path);
    return match?.[1] === slug && Number(match[2]) < before && !holdsComparatives(file)
      ? [Number(match[2])]
      : [];
  });
  return years.sort((a, b) => a - b).at(-1);
}

/** Makes a year's files from those of an earlier year. */
export function nextYear(files: readonly RawFile[], slug: string, years: Years): NextYear {
  const folder = `content/units/${slug}/${years.from}/`;
  const written: NewFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files.filter(({ path }) => path.startsWith(folder) && path.endsWith('.yaml'))) {
    const read = parse(file);
    diagnostics.push(...read.diagnostics);
    if (read.document === undefined || read.diagnostics.length > 0) continue;
    const path = file.path.slice(folder.length);
    written.push({ path, text: nextFile(path, read.document, years) });
  }
  return { files: written, diagnostics };
}

function nextFile(path: string, document: YamlDocument, years: Years): string {
  if (path === 'accounts.yaml') return nextAccounts(document, years);
  return path === 'narrative.yaml' ? nextNarrative(document) : nextEvaluation(document);
}

function holdsComparatives(file: RawFile): boolean {
  const root = parse(file).document?.root;
  return root?.kind === 'mapping' && root.entries.has('用途');
}

function parse(file: RawFile): { document?: YamlDocument; diagnostics: readonly Diagnostic[] } {
  const decoded = decodeSource(file);
  return decoded.source === undefined ? { diagnostics: decoded.diagnostics } : parseYaml(decoded.source);
}
