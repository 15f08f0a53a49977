import type { Diagnostic } from '../../src/source/diagnostic.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compileSite } from '../../src/compile/compile-site.ts';
import type { Recall } from '../../src/source/recall.ts';
import { rememberingFirst } from './first-and-last.ts';
import { inTenThousands } from './in-ten-thousands.ts';
import { edited, realFiles, textOf } from './project.ts';

/**
 * A case: changes of a unit's files, and all that must be found because of them, nothing more. One file may hold several
 * variants, with `---` between them.
 *
 *     单位 demo-bureau          the unit; the real booklet where this line is missing; 万元 behind it rounds all amounts
 *     在 2023/accounts.yaml     a file of the unit, or of content/ or templates/
 *      政府采购:                a line that stays
 *     -  工程: 0.00             what is taken away; it must occur once
 *     +  工程: 0.001            what is put there
 *     ! error decimal-places    a finding at the line above
 *
 * Where YAML has comments, a finding may also stand behind the line itself: `# decimal-places`, `# warning rule`.
 */
export interface Variant {
  readonly unit: string;
  readonly tenThousands: boolean;
  readonly changes: readonly Change[];
}

interface Change {
  readonly file: string;
  readonly removed: string;
  readonly added: string;
  /** Findings by the line of what was added, from 0. */
  readonly found: readonly (readonly [line: number, finding: string])[];
}

/** The variants of a case file. */
export function readVariants(text: string): readonly Variant[] {
  return text.split(/^---\n/m).map((variant) => {
    const [, unit = 'changji-sme', tenThousands] = /^单位 (\S+)( 万元)?$/m.exec(variant) ?? [];
    const blocks = variant.split(/^在 /m).slice(1);
    return {
      unit,
      tenThousands: tenThousands !== undefined,
      changes: blocks.map((block) => readChange(block, unit)),
    };
  });
}

function readChange(block: string, unit: string): Change {
  const [name = '', ...lines] = block.trimEnd().split('\n');
  const removed: string[] = [];
  const added: string[] = [];
  const found: (readonly [number, string])[] = [];
  for (const line of lines) {
    const words = line.slice(1);
    if (line.startsWith('!')) found.push([added.length - 1, words.trim()]);
    if (line.startsWith('-') || line.startsWith(' ')) removed.push(words);
    if (line.startsWith('+') || line.startsWith(' ')) added.push(words);
  }
  const file = /^(?:content|templates)\//.test(name) ? name.trim() : `content/units/${unit}/${name.trim()}`;
  return { file, removed: removed.join('\n'), added: added.join('\n'), found };
}

/** What a variant brings about, and what it says it should: sorted lines `file:line severity rule`. */
export async function runVariant({ unit, tenThousands, changes }: Variant) {
  const real = await realFiles(unit);
  const before = tenThousands ? rounded(unit, real) : real;
  const after = changes.reduce(
    (files, { file, removed, added }) => (removed === added ? files : edited(files, file, removed, added)),
    before,
  );
  const known = knownMessages(unit, tenThousands, before);
  const found = compileSite(after, memoryOf(unit, tenThousands)).diagnostics.filter(
    ({ message }) => !known.has(message),
  );
  const expected = [...markedFindings(after, changes), ...changes.flatMap((change) => listed(after, change))];
  return {
    messages: found.map(({ message }) => message),
    found: found.map(describeFinding).sort(),
    expected: expected.sort(),
  };
}

const inTenThousandsBefore = new Map<string, readonly RawFile[]>();

/** A unit's files with amounts in 万元, the same for all variants, so that what they do not change is compiled once. */
function rounded(unit: string, real: readonly RawFile[]): readonly RawFile[] {
  const files = inTenThousandsBefore.get(unit) ?? inTenThousands(real, `content/units/${unit}/`);
  inTenThousandsBefore.set(unit, files);
  return files;
}

/** Findings in comments. */
function markedFindings(files: readonly RawFile[], changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.map((change) => change.file))].flatMap((file) =>
    textOf(files, file)
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(/# ?((?:warning |note )?[a-z]+(?:-[a-z]+)+)(?!\S)/g)].map(
          ([, finding = '']) =>
            `${file}:${index + 1} ${finding.includes(' ') ? finding : `error ${finding}`}`,
        ),
      ),
  );
}

/** Findings in lines of their own. */
function listed(files: readonly RawFile[], { file, added, found }: Change): readonly string[] {
  if (found.length === 0) return [];
  const [before = '', ...others] = textOf(files, file).split(added);
  if (others.length !== 1)
    throw new Error(`${JSON.stringify(added)} occurs ${others.length} times in ${file}`);
  const first = before.split('\n').length;
  return found.map(([line, finding]) => `${file}:${first + line} ${finding}`);
}

const memories = new Map<string, Recall>();

/** What was compiled of a unit before: in 元 and in 万元 it is not the same. */
function memoryOf(unit: string, tenThousands: boolean): Recall {
  const key = `${unit} ${tenThousands}`;
  const memory = memories.get(key) ?? rememberingFirst();
  memories.set(key, memory);
  return memory;
}

const unchanged = new Map<string, ReadonlySet<string>>();

/** What is found in a unit as it stands. */
function knownMessages(unit: string, tenThousands: boolean, files: readonly RawFile[]): ReadonlySet<string> {
  const key = `${unit} ${tenThousands}`;
  const known =
    unchanged.get(key) ??
    new Set(compileSite(files, memoryOf(unit, tenThousands)).diagnostics.map(({ message }) => message));
  unchanged.set(key, known);
  return known;
}

function describeFinding({ place, severity, rule }: Diagnostic): string {
  return `${place.file}:${place.line} ${severity} ${rule}`;
}
