import { beforeAll, describe, expect, it } from 'vitest';
import { realFiles, textOf } from '../support/project.ts';
import { ODDITIES, type Finding } from './oddities.ts';
import { compiled } from '../support/compiled.ts';

/** Files are named as in the table: below the unit, without their extension. */
function nameOf(path: string): string {
  return path.replace(/^content\/units\/changji-sme\/(2023\/)?/, '').replace(/(\.md)?\.[a-z]+$/, '');
}

const EXPECTED = Object.values(ODDITIES).flat();

let found: readonly Finding[];

beforeAll(async () => {
  const files = await realFiles('changji-sme');
  found = compiled(files).diagnostics.map(({ place, severity, rule }) => {
    const line = textOf(files, place.file).split('\n')[place.line - 1] ?? '';
    return [nameOf(place.file), line.trim(), `${severity} ${rule}`];
  });
});

function fits([file, line, finding]: Finding, [wantedFile, words, wanted]: Finding): boolean {
  return file === wantedFile && finding === wanted && line.includes(words);
}

/** What is left of the findings when each row of the table has taken one. */
function unexplained(): readonly Finding[] {
  const left = [...found];
  for (const wanted of EXPECTED) {
    const at = left.findIndex((one) => fits(one, wanted));
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

describe('the known oddities of the reference booklet', () => {
  it.each(Object.entries(ODDITIES))('%s', (_, expected) => {
    const missing = expected.filter((wanted) => !found.some((one) => fits(one, wanted)));
    expect(missing).toEqual([]);
  });

  it('are all that is found in it, each once', () => {
    expect(unexplained()).toEqual([]);
    expect(found.length).toBe(EXPECTED.length);
  });

  it('do not stop the booklet', () => {
    expect(found.filter(([, , finding]) => finding.startsWith('error'))).toEqual([]);
  });
});
