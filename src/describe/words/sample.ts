import type { Booklet } from '../../compile/booklet.ts';
import { compileSite } from '../../compile/compile-site.ts';
import { packNamedIn } from '../../compile/used-packs.ts';
import type { BookletSource } from '../../document/booklet-source.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { decodeSource, type RawFile } from '../../source/source-file.ts';
import { parseYaml } from '../../source/yaml.ts';
import { editYaml } from '../../source/writer/edit-yaml.ts';

/** A booklet that is asked for examples, before it is compiled. */
export interface Candidate {
  readonly unit: string;
  readonly year: number;
  /** The pack that its accounts name. */
  readonly named: string;
}

/** A booklet in a pack's form; without its text where that could not be put together, with what is wrong. */
export interface Sample {
  readonly source?: BookletSource;
  readonly diagnostics: readonly Diagnostic[];
}

/** So many units are tried: with a pack that fits none of them, the thousandth would fare no better. */
const MOST_TRIED = 5;

const ACCOUNTS = /^content\/units\/([^/]+)\/(\d{4})\/accounts\.yaml$/;

/**
 * A booklet to take examples from: the newest of a unit that uses the pack, otherwise the newest of any unit, put into
 * the pack's form. One without errors is preferred.
 */
export function findSample(files: readonly RawFile[], pack: string): BookletSource | undefined {
  const own = ({ named }: Candidate): boolean => named === pack;
  const newest = new Map<string, Candidate>();
  for (const one of bookletsIn(files).toSorted((a, b) => Number(own(b)) - Number(own(a)) || b.year - a.year))
    if (!newest.has(one.unit)) newest.set(one.unit, one);
  let fallback: BookletSource | undefined;
  for (const candidate of [...newest.values()].slice(0, MOST_TRIED)) {
    const booklet = compiledIn(files, pack, candidate).booklet;
    if (booklet?.isPrintable === true) return booklet.source;
    if (booklet?.hasText === true) fallback ??= booklet.source;
  }
  return fallback;
}

/** The booklets of the input with the pack that each names; files that only hold last year's figures are none. */
export function bookletsIn(files: readonly RawFile[]): readonly Candidate[] {
  return files.flatMap((file) => {
    const [, unit, year] = ACCOUNTS.exec(file.path) ?? [];
    const named = packNamedIn(file);
    return unit === undefined || named === undefined ? [] : [{ unit, year: Number(year), named }];
  });
}

/** A certain booklet, put into the pack's form. */
export function sampleOf(files: readonly RawFile[], pack: string, candidate: Candidate): Sample {
  const { booklet, diagnostics } = compiledIn(files, pack, candidate);
  return { ...(booklet?.hasText === true && { source: booklet.source }), diagnostics };
}

function compiledIn(
  files: readonly RawFile[],
  pack: string,
  { unit, year }: Candidate,
): { readonly booklet: Booklet | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const units = 'content/units/';
  const wanted = files.filter(({ path }) => !path.startsWith(units) || path.startsWith(`${units}${unit}/`));
  const accounts = `${units}${unit}/${year}/accounts.yaml`;
  const site = compileSite(wanted.map((file) => (file.path === accounts ? inPack(file, pack) : file)));
  const booklet = site.units[0]?.booklets.find((one) => one.year === year);
  return { booklet, diagnostics: site.diagnostics };
}

/** Accounts that name the pack; as they are if they cannot be read. */
function inPack(file: RawFile, pack: string): RawFile {
  const { source } = decodeSource(file);
  if (source === undefined || parseYaml(source).diagnostics.length > 0) return file;
  const text = editYaml(source.text, [{ do: 'set', at: ['模板'], to: pack }]);
  return { path: file.path, bytes: new TextEncoder().encode(text) };
}
