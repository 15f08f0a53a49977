import { compileSite } from '../../src/compile/compile-site.ts';
import type { Diagnostic } from '../../src/source/diagnostic.ts';
import { edited, realFiles } from '../support/project.ts';

/** A mistake planted into the demonstration unit, and what must be found. */
export interface Plant {
  /** What kind of mistake it is, in the words of the list of mistakes met in published booklets. */
  readonly kind: string;
  /** The edits: a file below the unit's folder or below the project, a stretch that occurs in it once, what replaces it. */
  readonly edits: readonly (readonly [file: string, from: string, to: string])[];
  /** `severity rule` of a finding that must be among the new ones. */
  readonly expected: string;
  /** Part of the line that the finding points at, after the edit. */
  readonly at?: string;
}

const UNIT = 'content/units/demo-bureau/';

/** The findings that an edit of the demonstration unit brings about; unchanged, it has none. */
export async function findingsAfter(plant: Pick<Plant, 'edits'>): Promise<readonly FoundLine[]> {
  const before = await realFiles('demo-bureau');
  const after = plant.edits.reduce(
    (files, [file, from, to]) => edited(files, pathOf(file), from, to),
    before,
  );
  const lines = (file: string): readonly string[] => {
    const raw = after.find(({ path }) => path === file);
    return new TextDecoder().decode(raw?.bytes).split('\n');
  };
  return compileSite(after).diagnostics.map((finding) => ({
    ...finding,
    text: lines(finding.place.file)[finding.place.line - 1] ?? '',
  }));
}

/** A finding with the line that it points at. */
export type FoundLine = Diagnostic & { readonly text: string };

function pathOf(file: string): string {
  return /^(?:templates|content)\//.test(file) ? file : `${UNIT}${file}`;
}

/** The findings as the tables write them. */
export function summaries(findings: readonly FoundLine[], at = ''): readonly string[] {
  return findings.filter(({ text }) => text.includes(at)).map(({ severity, rule }) => `${severity} ${rule}`);
}
