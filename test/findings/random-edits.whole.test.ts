import { expect, it } from 'vitest';
import { editCharacters } from '../support/character-edits.ts';

it('fifty single-character edits end in findings with a place, never in an exception', async () => {
  const withErrors = await editCharacters(50, 20231122);
  expect(withErrors).toBeGreaterThan(10);
});
