import { COMMON_FACTS } from '../../accounts/facts/common-facts.ts';
import { TO_FILL } from '../../accounts/unfilled.ts';
import { decodeSource, type RawFile } from '../../source/source-file.ts';
import { editYaml } from '../../source/writer/edit-yaml.ts';
import { entriesOf, valueAt, type YamlMap } from '../../source/writer/value.ts';
import { parseYaml, textAt, type YamlDocument } from '../../source/yaml.ts';
import { keyOrder, withEntry } from '../accounts/key-order.ts';
import { pathsOf } from '../project.ts';
import type { FirstYear } from './first-year.ts';

/** What of a body its file can say, by the option that asks for it. */
const ENTRIES = { name: '名称', kind: '类型' } as const;

/** What is still to be asked of a body: all where it has no file, otherwise what is still to be filled in there. */
export function openIn(files: readonly RawFile[], path: string): readonly (keyof typeof ENTRIES)[] {
  const document = documentIn(files, path);
  const all = Object.keys(ENTRIES) as (keyof typeof ENTRIES)[];
  if (document === undefined) return files.some((file) => file.path === path) ? [] : all;
  return all.filter((option) => textAt(document, [ENTRIES[option]]) === TO_FILL);
}

/** The files that are there already with what was answered and they do not say yet, by their paths. */
export function filledIn(
  { slug, year, unit, states }: FirstYear,
  files: readonly RawFile[],
): ReadonlyMap<string, string> {
  const paths = pathsOf(slug, year);
  const body = documentIn(files, paths.unit);
  const accounts = documentIn(files, paths.accounts);
  const filled = new Map<string, string>();
  const add = (document: YamlDocument, root: YamlMap): void => {
    const { text, path } = document.source;
    const changed = editYaml(text, [{ do: 'set', at: [], to: root }]);
    if (changed !== text) filled.set(path, changed);
  };
  if (body !== undefined && unit !== undefined) {
    const known = Object.entries(unit).flatMap(([option, value]) =>
      value === undefined ? [] : [[ENTRIES[option as keyof typeof ENTRIES], value] as const],
    );
    add(body, new Map([...entriesOf(body.root), ...known]));
  }
  if (accounts !== undefined) {
    const root = entriesOf(accounts.root);
    const missing = states.filter((state) => valueAt(root, ['情形', state]) === undefined);
    const order = keyOrder(COMMON_FACTS);
    add(
      accounts,
      missing.reduce((all, state) => withEntry(all, ['情形', state], '是', order), root),
    );
  }
  return filled;
}

/** A file of the project as it can be changed; undefined where there is none, or it cannot be read. */
function documentIn(files: readonly RawFile[], path: string): YamlDocument | undefined {
  const file = files.find((one) => one.path === path);
  const source = file && decodeSource(file).source;
  const parsed = source && parseYaml(source);
  return parsed?.diagnostics.length === 0 ? parsed.document : undefined;
}
