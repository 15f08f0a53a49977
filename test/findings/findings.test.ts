import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileSite } from '../../src/compile/compile-site.ts';
import type { Diagnostic } from '../../src/source/diagnostic.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles, textOf } from '../support/project.ts';

/**
 * Each case changes the real booklet or, if its first line says so, the demonstration unit. The lines added carry the
 * findings to expect in a comment: `# rule` for an error, `# warning rule`, `# note rule`. Nothing may be missing and
 * nothing extra, apart from what the unchanged booklet has.
 *
 *     单位 demo-bureau
 *     在 content/units/…/accounts.yaml
 *     -  工程: 0.00
 *     +  工程: 0.001   # decimal-places
 */
const FOLDER = new URL('cases/', import.meta.url);

interface Change {
  readonly file: string;
  readonly removed: string;
  readonly added: string;
}

function readChanges(text: string): readonly Change[] {
  const blocks = text.split(/^在 /m).slice(1);
  return blocks.map((block) => {
    const [file = '', ...lines] = block.trimEnd().split('\n');
    const of = (sign: string): string =>
      lines
        .filter((line) => line.startsWith(sign))
        .map((line) => line.slice(1))
        .join('\n');
    return { file: file.trim(), removed: of('-'), added: of('+') };
  });
}

function expectedFindings(files: readonly RawFile[], changes: readonly Change[]): readonly string[] {
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

/** The unit that a case changes. */
function unitOf(text: string): string {
  return /^单位 (\S+)$/m.exec(text)?.[1] ?? 'changji-sme';
}

const unchanged = new Map<string, ReadonlySet<string>>();

/** What is found in a unit as it stands. */
function knownMessages(unit: string, files: readonly RawFile[]): ReadonlySet<string> {
  const known = unchanged.get(unit) ?? new Set(compileSite(files).diagnostics.map(({ message }) => message));
  unchanged.set(unit, known);
  return known;
}

function describeFinding({ place, severity, rule }: Diagnostic): string {
  return `${place.file}:${place.line} ${severity} ${rule}`;
}

describe('findings', () => {
  for (const name of readdirSync(FOLDER)) {
    it(name.replace(/\.txt$/, ''), async () => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8');
      const changes = readChanges(text);
      const before = await realFiles(unitOf(text));
      const after = changes.reduce(
        (files, { file, removed, added }) => edited(files, file, removed, added),
        before,
      );
      const known = knownMessages(unitOf(text), before);
      const found = compileSite(after).diagnostics.filter(({ message }) => !known.has(message));
      expect(found.map(describeFinding).sort()).toEqual([...expectedFindings(after, changes)].sort());
      expect(found.every(({ message }) => /\p{Script=Han}/u.test(message))).toBe(true);
    });
  }
});
