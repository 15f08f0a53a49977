import { leavesOf } from '../../src/accounts/next-year/leaves.ts';
import { sourceFile, type RawFile } from '../../src/source/source-file.ts';
import { editYaml } from '../../src/source/writer/edit-yaml.ts';
import { parseYaml, textAt, type YamlDocument, type YamlPath } from '../../src/source/yaml.ts';
import { textFile } from './project.ts';

/** Sections without amounts, counts or scores. */
const KEPT = new Set(['年度', '印数', '公开']);

/** Where the numbers of a file stand that are nothing but a number. */
function placesOfNumbers(document: YamlDocument): readonly YamlPath[] {
  return leavesOf(document.root).filter(
    (at) => !KEPT.has(String(at[0])) && /^-?\d+(\.\d+)?$/.test(textAt(document, at) ?? ''),
  );
}

/**
 * The files of a unit with a number of its own at each place that holds one, so that what is taken from the wrong place
 * shows. Amounts keep their two decimals, counts stay whole, nothing is zero. Nothing adds up any more.
 */
export function withDistinctNumbers(files: readonly RawFile[], folder: string): readonly RawFile[] {
  let next = 1000;
  return files.map((file) => {
    if (!file.path.startsWith(folder) || !/(accounts\.yaml|performance\/.*)$/.test(file.path)) return file;
    const text = new TextDecoder().decode(file.bytes);
    const { document } = parseYaml(sourceFile(file.path, text));
    if (document === undefined) throw new Error(`${file.path} does not parse`);
    const edits = placesOfNumbers(document).map((at) => {
      next += 1;
      const whole = !(textAt(document, at) ?? '').includes('.');
      return { do: 'set', at, to: whole ? String(next) : `${next}.${String(10 + (next % 89))}` } as const;
    });
    return textFile(file.path, editYaml(text, edits));
  });
}

/** Every number of the files that stands for itself, by `file:line:column`. */
export function numbersByPlace(files: readonly RawFile[], folder: string): ReadonlyMap<string, string> {
  const numbers = files
    .filter(({ path }) => path.startsWith(folder) && /(accounts\.yaml|performance\/.*)$/.test(path))
    .flatMap(({ path, bytes }) =>
      new TextDecoder()
        .decode(bytes)
        .split('\n')
        .flatMap((line, index) =>
          [...line.matchAll(/(?<=[:,] +)-?\d+(?:\.\d+)?(?=\s*(?:[,}#]|$))/g)].map(
            ({ index: column, 0: number }) => [`${path}:${index + 1}:${column + 1}`, number] as const,
          ),
        ),
    );
  return new Map(numbers);
}
