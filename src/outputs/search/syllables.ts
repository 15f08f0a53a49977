import { pinyin } from 'pinyin-pro';
import type { SyllableFile } from '../../search/index-files.ts';

/** How the characters of texts are read in them, without tones. */
export function syllablesOf(texts: Iterable<string>): SyllableFile {
  const readings = new Map<string, Set<string>>();
  for (const text of texts) {
    const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
    [...text].forEach((character, at) => {
      const syllable = syllables[at] ?? '';
      if (!/^[a-z]+$/.test(syllable) || !/\p{Script=Han}/u.test(character)) return;
      readings.set(syllable, (readings.get(syllable) ?? new Set()).add(character));
    });
  }
  return Object.fromEntries(
    [...readings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([one, all]) => [one, [...all].join('')]),
  );
}
