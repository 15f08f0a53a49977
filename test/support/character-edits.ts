import fc from 'fast-check';
import { expect } from 'vitest';
import { hasErrors } from '../../src/source/diagnostic.ts';
import { compiled } from './compiled.ts';
import { realFiles, textOf, withBytes } from './project.ts';

/** Characters that an editor's slip, another program or an attacker may leave behind. */
const CHARACTERS = [
  ...'0123456789.,-:#"\'[]{}&*!|>%@` \t\n\r，：。（）０９负元万未公开a\u0000\uFEFF\uE000\u200B<{',
];

/**
 * Changes single characters of a unit's files: each change must end in findings with a place, never in an exception.
 *
 * @returns how many of the changes were found to be errors
 */
export async function editCharacters(runs: number, seed: number): Promise<number> {
  const files = await realFiles('changji-sme');
  const paths = files.map(({ path }) => path).filter((path) => path.startsWith('content/units/'));
  const edit = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.nat({ max: 1_000_000 }),
    character: fc.constantFrom('', ...CHARACTERS),
    replace: fc.boolean(),
  });
  let withErrors = 0;
  fc.assert(
    fc.property(edit, ({ path, at, character, replace }) => {
      const text = textOf(files, path);
      const offset = at % text.length;
      const changed = text.slice(0, offset) + character + text.slice(offset + (replace ? 1 : 0));
      const { diagnostics } = compiled(withBytes(files, path, new TextEncoder().encode(changed)));
      if (hasErrors(diagnostics)) withErrors += 1;
      for (const { place, message } of diagnostics) {
        expect(files.some((file) => file.path === place.file) || place.file.endsWith('.yaml')).toBe(true);
        expect(place.line).toBeGreaterThan(0);
        expect(place.column).toBeGreaterThan(0);
        expect(message).not.toBe('');
      }
    }),
    { numRuns: runs, seed },
  );
  return withErrors;
}
