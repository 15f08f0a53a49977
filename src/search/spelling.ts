import type { SyllableFile } from './index-files.ts';

/** A query that may be pinyin. */
export const LATIN = /^[a-z][a-z']+$/u;

/** How Chinese characters are typed in Latin letters: whole syllables or their first letters. */
export class Spelling {
  private readonly readings = new Map<string, string[]>();

  constructor(syllables: SyllableFile) {
    for (const [syllable, characters] of Object.entries(syllables))
      for (const character of characters)
        this.readings.set(character, [...(this.readings.get(character) ?? []), syllable]);
  }

  /** Whether letters spell a text from its first to its last character. */
  spells(letters: string, text: string): boolean {
    return this.match(letters, [...text], 0, { whole: true, skips: false });
  }

  /** Whether letters spell a stretch of a text, the last syllable perhaps not to its end. */
  within(letters: string, text: string): boolean {
    const characters = [...text];
    return characters.some((_, from) =>
      this.match(letters, characters, from, { whole: false, skips: false }),
    );
  }

  /** Whether letters spell some characters of a text in their order, the last one among them. */
  abbreviates(letters: string, text: string): boolean {
    return this.match(letters, [...text], 0, { whole: true, skips: true });
  }

  private match(
    letters: string,
    text: readonly string[],
    at: number,
    rules: { readonly whole: boolean; readonly skips: boolean },
  ): boolean {
    if (letters === '') return !rules.whole || at === text.length;
    const character = text[at];
    if (character === undefined) return false;
    return (
      this.waysToType(character, letters, rules.whole).some((typed) =>
        this.match(letters.slice(typed.length), text, at + 1, rules),
      ) ||
      (rules.skips && this.match(letters, text, at + 1, rules))
    );
  }

  /** The beginnings of the letters that may stand for a character. */
  private waysToType(character: string, letters: string, whole: boolean): readonly string[] {
    return (this.readings.get(character) ?? [character]).flatMap((syllable) => {
      const short = [syllable.slice(0, 1), ...(/^[zcs]h/.test(syllable) ? [syllable.slice(0, 2)] : [])];
      const rest = !whole && syllable.startsWith(letters) ? [letters] : [];
      return [syllable, ...short, ...rest].filter((typed) => letters.startsWith(typed));
    });
  }
}
