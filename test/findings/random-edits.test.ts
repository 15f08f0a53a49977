import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasErrors } from '../../src/source/diagnostic.ts';
import { compiled } from '../support/compiled.ts';
import { realFiles, textOf, withBytes } from '../support/project.ts';

/** Characters that an editor's slip, another program or an attacker may leave behind. */
const CHARACTERS = [
  ...'0123456789.,-:#"\'[]{}&*!|>%@` \t\n\r，：。（）０９负元万未公开a\u0000\uFEFF\uE000\u200B<{',
];

it('a thousand single-character edits end in findings with a place, never in an exception', async () => {
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
    { numRuns: 1000, seed: 20231122 },
  );
  expect(withErrors).toBeGreaterThan(200);
}, 600_000);
