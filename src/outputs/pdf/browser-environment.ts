import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a program needs to be found and started at all. Everything else of the caller's (language, time zone, proxies, flags
 * for other programs) could change what is printed, or keep a browser from starting.
 */
const NEEDED = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'SystemDrive', 'windir', 'ProgramFiles'];

/**
 * The environment of the browser: the same for every caller.
 *
 * @param folder where the browser finds its home and its temporary folder
 * @param own variables of the browser that is started; they go before all others
 */
export function browserEnvironment(
  folder: string,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  const needed = NEEDED.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const [home, temporary] = ['home', 'tmp'].map((name) => join(folder, name)) as [string, string];
  for (const path of [home, temporary]) mkdirSync(path, { recursive: true });
  return {
    ...Object.fromEntries(needed),
    HOME: home,
    TMPDIR: temporary,
    TEMP: temporary,
    LANG: 'zh_CN.UTF-8',
    TZ: 'UTC',
    ...own,
  };
}
