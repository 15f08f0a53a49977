import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { RawFile } from '../source/source-file.ts';
import { hasUnfitCharacters, isComposed } from '../source/unfit-characters.ts';

/** Marks without width; what else cannot be seen is unfit for any text. */
const HIDDEN = /[\t\n\r\u2028\u2029\p{Default_Ignorable_Code_Point}]/u;

/** Files and folders whose names hold what cannot be seen or is written in pieces, each name once. */
export function unfitPaths(files: readonly RawFile[]): readonly Diagnostic[] {
  const reported = new Set<string>();
  return files.flatMap(({ path, problem }) => {
    if (problem?.kind === 'name') return [];
    const parts = path.split('/');
    const at = parts.findIndex((part) => whatIsWrong(part) !== undefined);
    const name = parts.slice(0, at + 1).join('/');
    if (at < 0 || reported.has(name)) return [];
    reported.add(name);
    const message = `名称“${parts[at]}”${whatIsWrong(parts[at] ?? '')}；请改名`;
    return [error('bad-name', message, { file: path, line: 1, column: 1 })];
  });
}

function whatIsWrong(name: string): string | undefined {
  if (hasUnfitCharacters(name) || HIDDEN.test(name)) return '中有看不见的字符';
  return isComposed(name) ? undefined : `中的字符应写成“${name.normalize()}”（看起来一样，但查找不到）`;
}
