/** What of the program's own package.json a project's is made of. */
export interface ProgramPackage {
  readonly version: string;
  readonly engines?: Readonly<Record<string, string>>;
  /** Which packages may run scripts when they are installed: npm asks the project, not the program. */
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

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

/**
 * The package.json of a project: the program at exactly this version, and its commands under short names.
 *
 * @param folder the project's folder, of which it gets its name
 */
export function packageFile(folder: string, { version, engines, allowScripts }: ProgramPackage): string {
  const file = {
    name: packageName(folder),
    private: true,
    ...(engines && { engines }),
    scripts: {
      check: 'mingbai check',
      build: 'mingbai build',
      dev: 'mingbai dev',
      test: 'mingbai check',
    },
    dependencies: { mingbai: version },
    ...(allowScripts && { allowScripts }),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
