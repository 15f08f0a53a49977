import { expect, it } from 'vitest';
import { sourceFile } from '../../src/source/source-file.ts';
import { parseYaml, placeInText } from '../../src/source/yaml.ts';

/** The columns of the places where a word of a long text stands, by the order of its occurrences. */
function columns(yaml: string, text: string, word: string): readonly number[] {
  const { document } = parseYaml(sourceFile('a.yaml', yaml));
  if (document === undefined) throw new Error('no document');
  return [...text.matchAll(new RegExp(word, 'g'))].map(
    ({ index }) => placeInText(document, ['文'], text, index).column,
  );
}

it('each of a thousand equal words has its own place', () => {
  const text = '2022年'.repeat(1000);
  const found = columns(`文: ${text}\n`, text, '2022');
  expect(found.slice(0, 3)).toEqual([4, 9, 14]);
  expect(found.at(-1)).toBe(4 + 999 * 5);
});
