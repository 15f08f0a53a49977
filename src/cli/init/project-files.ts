import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { schemaFiles } from '../../pack/schema-files.ts';
import type { RawFile } from '../../source/source-file.ts';
import { editYaml } from '../../source/writer/edit-yaml.ts';
import { PROGRAM, programPackage } from '../../workspace/program.ts';
import { readFolder } from '../../workspace/read-sources.ts';
import { isExistingPackage, packageFile, type ExistingPackage } from './package-file.ts';

/** What somebody says of a new project. */
export interface NewProject {
  /** Absolute path of its folder. */
  readonly folder: string;
  /** The name of its site. */
  readonly name: string | undefined;
  /** The forges whose workflows it gets. */
  readonly forges: readonly string[];
  /** The package.json that stands there. */
  readonly existing: ExistingPackage | undefined;
}

/** Where the program keeps what a new project begins with; names that begin with `dot-` begin there with a dot. */
const STARTER = 'scripts/starter';

/** Where it keeps what forges run, a folder for each with the paths that the files have in a project. */
export const WORKFLOWS = 'scripts/workflows';

export const PACKAGE_FILE = 'package.json';

const SITE_FILE = 'content/site.yaml';

/**
 * All files of a new project, as texts by their paths.
 *
 * @param files what stands in the folder already, with what came with the program
 */
export async function projectFiles(
  { folder, name, forges, existing }: NewProject,
  files: readonly RawFile[],
): Promise<ReadonlyMap<string, string>> {
  const starter = await textsIn(STARTER);
  const workflows = await Promise.all(forges.map((forge) => textsIn(`${WORKFLOWS}/${forge}`)));
  const texts = new Map<string, string>([
    ...starter.map(([path, text]) => [path.replaceAll(/(?<=^|\/)dot-/gu, '.'), text] as const),
    ...workflows.flat(),
    ...schemaFiles(files).map(({ path, text }) => [path, text] as const),
    [PACKAGE_FILE, packageFile(basename(folder), programPackage(), existing)],
  ]);
  const site = texts.get(SITE_FILE);
  if (name !== undefined && site !== undefined)
    texts.set(SITE_FILE, editYaml(site, [{ do: 'set', at: ['站名'], to: name }]));
  return texts;
}

/** The package.json of a folder, to which what it lacks can be added; undefined where there is none that can be read. */
export function existingPackage(folder: string): ExistingPackage | undefined {
  try {
    // npm, too, reads it with a byte-order mark.
    const text = readFileSync(join(folder, PACKAGE_FILE), 'utf8').replace(/^\uFEFF/u, '');
    const file: unknown = JSON.parse(text);
    return isExistingPackage(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** The texts below a folder of the program, by their paths in it. */
async function textsIn(folder: string): Promise<readonly (readonly [path: string, text: string])[]> {
  const found = await readFolder(PROGRAM, folder);
  if (found.length === 0) throw new Error(`the program lacks ${folder}`);
  return found.map(({ path, bytes }) => [path.slice(folder.length + 1), new TextDecoder().decode(bytes)]);
}
