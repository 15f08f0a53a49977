/**
 * The program as a library: reading a project's input, compiling it, and writing a site of it, as the commands `check` and
 * `build` do. Everything else is the command line's.
 */
export { checkSite } from './compile/check-site.ts';
export type { CheckedSite, CheckedUnit } from './compile/checked-site.ts';
export { compileSite, type Site } from './compile/compile-site.ts';
export type { Booklet } from './compile/booklet.ts';
export { buildSite, type BuildOptions, type BuildResult } from './outputs/build-site.ts';
export type { Diagnostic, Severity } from './source/diagnostic.ts';
export type { Place } from './source/place.ts';
export type { RawFile } from './source/source-file.ts';
export { readSources } from './workspace/read-sources.ts';
