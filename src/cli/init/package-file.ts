import type { ProgramPackage } from '../../workspace/program.ts';

/** A name for a package that nobody publishes, where the folder's has none of the characters that npm allows. */
const NAMELESS = 'juesuan';

/** What npm takes for something else: a project cannot depend on the program and be called as it is. */
const TAKEN: ReadonlySet<string> = new Set(['mingbai', 'node_modules', 'favicon.ico']);

/** The name of a folder as npm accepts one. */
export function packageName(folder: string): string {
  const name = folder
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/gu, '-')
    .replaceAll(/^[._-]+|[._-]+$/gu, '')
    .slice(0, 100);
  return name === '' || TAKEN.has(name) ? NAMELESS : name;
}

/** A package.json that is there already, as far as it matters here. */
export interface ExistingPackage {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

/** Whether what stands in a package.json can be completed. */
export function isExistingPackage(file: unknown): file is ExistingPackage {
  if (!isRecord(file)) return false;
  const parts = [file['scripts'], file['dependencies'], file['devDependencies'], file['allowScripts']];
  return parts.every((part) => part === undefined || isRecord(part));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const SCRIPTS = { check: 'mingbai check', build: 'mingbai build', dev: 'mingbai dev', test: 'mingbai check' };

/** What `npm init` writes where there are no tests. */
const NO_TEST = /no test specified/u;

/** A version that may be a newer one when npm installs again. */
const RANGE = /^[~^]/u;

/**
 * The package.json of a project: the program at exactly this version, and its commands under short names. One that is there,
 * as after `npm install` of the program, keeps all that it says and gets what it lacks.
 *
 * @param folder the project's folder, of which it gets its name
 */
export function packageFile(
  folder: string,
  { version, engines, allowScripts }: ProgramPackage,
  existing: ExistingPackage = {},
): string {
  const own = Object.entries(existing.scripts ?? {}).filter(([, command]) => !NO_TEST.test(command));
  const file = {
    ...(Object.keys(existing).length === 0 && { name: packageName(folder) }),
    private: true,
    ...(engines && { engines }),
    ...existing,
    scripts: { ...SCRIPTS, ...Object.fromEntries(own) },
    ...withProgram(existing, version),
    ...(allowScripts && { allowScripts: { ...allowScripts, ...existing.allowScripts } }),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** What a package depends on, with the program where it stands already; a range becomes the very version. */
function withProgram(
  { dependencies, devDependencies }: ExistingPackage,
  version: string,
): Pick<ExistingPackage, 'dependencies' | 'devDependencies'> {
  const pinned = (asked = version): string => (RANGE.test(asked) ? version : asked);
  return devDependencies?.['mingbai'] === undefined
    ? { dependencies: { ...dependencies, mingbai: pinned(dependencies?.['mingbai']) } }
    : { devDependencies: { ...devDependencies, mingbai: pinned(devDependencies['mingbai']) } };
}
