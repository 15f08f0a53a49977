import { shortened, visibleText } from './visible-text.ts';

/** Says of a file that the program brought it along: the project uses it without holding it. */
export interface Shipped {
  /** Where it lies, seen from the project's root. */
  readonly at: string;
  /** The program's version. */
  readonly version: string;
}

/** A position in an input file, as editors show it: lines and columns count from 1. */
export interface Place {
  /** Path relative to the project's root, with `/` between the parts; of a shipped file, where the project could have its own. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly shipped?: Shipped;
}

/** The path under which a place can be opened. */
export function shownPath({ file, shipped }: Pick<Place, 'file' | 'shipped'>): string {
  return shipped?.at ?? file;
}

/** A place as commands report it to other programs. */
export function shownPlace(place: Place): {
  readonly file: string;
  readonly line: number;
  readonly column: number;
} {
  return { file: shownPath(place), line: place.line, column: place.column };
}

/** A place as it is published: the same wherever the program lies. */
export interface PublishedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Of a file that is the program's: which program, `mingbai 0.1.0`. */
  readonly program?: string;
}

/** Tells a place to those who have the published repository and not this machine; the keys always in one order. */
export function publishedPlace({ file, line, column, shipped }: Place): PublishedPlace {
  return { file, line, column, ...(shipped && { program: `mingbai ${shipped.version}` }) };
}

/** No system allows a longer path. */
const LONGEST_PATH = 4096;

/** `file:line:column`, the form that terminals and editors turn into a link. */
export function formatPlace(place: Place): string {
  return `${shortened(visibleText(shownPath(place)), LONGEST_PATH)}:${place.line}:${place.column}`;
}

/** Orders places by file, then line, then column. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
