import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const CHECKS = 'src/checks';

/** The rules whose checks stand on these files, directly or by way of others: one a file below `src/checks/rules`. */
export function rulesOn(files: readonly string[]): readonly string[] {
  const importers = importersOf(sourcesIn(CHECKS));
  const reached = new Set(files.map((file) => file.replace(/:.*/, '')));
  for (const file of reached) for (const importer of importers.get(file) ?? []) reached.add(importer);
  return [...reached]
    .filter((file) => file.startsWith(`${CHECKS}/rules/`))
    .map((file) => basename(file, '.ts'));
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** For each file those that import it. */
function importersOf(sources: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const pairs = sources.flatMap((source) =>
    [...readFileSync(source, 'utf8').matchAll(/ from '(\.[^']+)'/g)].map(
      ([, path = '']) => [join(source, '..', path), source] as const,
    ),
  );
  const byFile = Map.groupBy(pairs, ([file]) => file);
  return new Map([...byFile].map(([file, all]) => [file, all.map(([, importer]) => importer)]));
}
