import { wordsIn, type WordsFile } from './index-files.ts';
import { decodeRuns, type Runs } from './runs.ts';
import type { Spelling } from './spelling.ts';

/** What a word of a question is about. */
export interface Sense {
  /** The sections that answer, one of each booklet. */
  readonly sections: Runs;
  /** Of several senses the lowest answers first. */
  readonly order: number;
  /** What to mark in the answer: the booklets' word, and the word that was typed. */
  readonly marks: readonly string[];
}

/** A term taken apart into words that the public uses. */
export interface Reading {
  readonly senses: readonly Sense[];
  /** What is left of the term: pieces that are no known words. */
  readonly rest: readonly string[];
}

/** What the public calls things. */
export class Lexicon {
  private readonly words = new Map<string, Sense>();
  private readonly filler: ReadonlySet<string>;
  private readonly same: readonly (readonly [said: string, written: readonly string[]])[];
  private readonly longest: number;

  constructor({ topics, same, filler }: WordsFile) {
    topics.forEach(([runs, ...groups], order) => {
      const sections = decodeRuns(runs);
      for (const words of groups.map(wordsIn))
        for (const word of words)
          if (!this.words.has(word))
            this.words.set(word, { sections, order, marks: [...new Set([words[0] ?? word, word])] });
    });
    this.filler = new Set(wordsIn(filler));
    this.same = Object.entries(same).map(([said, written]) => [said, wordsIn(written)]);
    this.longest = Math.max(0, ...[...this.words.keys(), ...this.filler].map(({ length }) => length));
  }

  /** Takes a term apart, the longest words first; what questions are asked with is left out. */
  read(term: string): Reading {
    const senses: Sense[] = [];
    const rest: string[] = [];
    let piece = '';
    for (let at = 0; at < term.length;) {
      const word = this.wordAt(term, at);
      if (word === undefined) piece += term[at];
      else if (piece !== '') rest.push(piece);
      if (word !== undefined) piece = '';
      const sense = word === undefined ? undefined : this.words.get(word);
      if (sense !== undefined) senses.push(sense);
      at += word?.length ?? 1;
    }
    return { senses, rest: piece === '' ? rest : [...rest, piece] };
  }

  /** Other ways in which texts may write a term. */
  wordings(term: string): readonly string[] {
    const others = this.same.flatMap(([said, written]) =>
      term.includes(said) ? written.map((one) => term.replace(said, one)) : [],
    );
    return [...new Set(others)].filter((one) => one !== term);
  }

  /** The words that letters spell. */
  spelt(letters: string, spelling: Spelling): readonly string[] {
    return [...this.words.keys()].filter((word) => spelling.spells(letters, word));
  }

  /** All words that have an answer. */
  known(): readonly string[] {
    return [...this.words.keys()];
  }

  private wordAt(term: string, at: number): string | undefined {
    for (let length = Math.min(this.longest, term.length - at); length > 0; length -= 1) {
      const word = term.slice(at, at + length);
      if (this.words.has(word) || this.filler.has(word)) return word;
    }
    return undefined;
  }
}
