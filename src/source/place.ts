import { shortened, visibleText } from './visible-text.ts';

/** A position in an input file, as editors show it: lines and columns count from 1. */
export interface Place {
  /** Path relative to the project's root, with `/` between the parts. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** No system allows a longer path. */
const LONGEST_PATH = 4096;

/** `file:line:column`, the form that terminals and editors turn into a link. */
export function formatPlace({ file, line, column }: Place): string {
  return `${shortened(visibleText(file), LONGEST_PATH)}:${line}:${column}`;
}

/** Orders places by file, then line, then column. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
