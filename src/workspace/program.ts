import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's own folder, as it was cloned or installed: the same from `src/` and from what is compiled of it. */
export const PROGRAM = fileURLToPath(new URL('../../', import.meta.url));

/** The version that the program's package.json states. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as { version: string };
  return version;
}
