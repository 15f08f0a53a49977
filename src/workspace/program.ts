import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's own folder, as it was cloned or installed: the same from `src/` and from what is compiled of it. */
export const PROGRAM = fileURLToPath(new URL('../../', import.meta.url));

/** What of the program's own package.json matters to it and to projects. */
export interface ProgramPackage {
  readonly version: string;
  readonly engines?: Readonly<Record<string, string>>;
  /** Which packages may run scripts when they are installed: npm asks the project, not the program. */
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

/** The program's own package.json. */
export function programPackage(): ProgramPackage {
  return JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as ProgramPackage;
}

/** The version that the program's package.json states. */
export function programVersion(): string {
  return programPackage().version;
}
