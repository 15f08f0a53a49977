import { NOTHING, type Option, type Pattern, type Said } from './pattern.ts';

// Private-use characters, which no text of a template holds.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const SYMBOL = /\uE000(\d+)\uE001/u;

/** A wording of several, and what a booklet says with it besides what it prints. */
export interface Wording {
  readonly text: string;
  readonly says?: Said;
}

/** Patterns that stand in a text while its template is filled. */
export class Symbols {
  private readonly patterns: Pattern[] = [];

  /** Remembers a pattern and returns the text that stands for it. */
  add(pattern: Pattern): string {
    this.patterns.push(pattern);
    return `${OPEN}${this.patterns.length - 1}${CLOSE}`;
  }

  /** A filled text as a pattern. */
  patternOf(text: string): Pattern {
    const of = text.split(SYMBOL).flatMap((piece, index): readonly Pattern[] => {
      if (index % 2 === 1) return [this.patterns[Number(piece)] ?? NOTHING];
      return piece === '' ? [] : [{ kind: 'words', text: piece }];
    });
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'all', of };
  }

  /** One of several filled texts. */
  oneOf(texts: readonly string[]): string {
    return this.eitherOf(texts.map((text) => ({ text })));
  }

  /** One of several wordings; what is worded alike says neither the one nor the other. */
  eitherOf(wordings: readonly Wording[]): string {
    const options = new Map<string, Option>();
    for (const { text, says } of wordings) {
      const pattern = this.patternOf(text);
      const key = JSON.stringify(pattern);
      options.set(key, options.has(key) || says === undefined ? { pattern } : { pattern, says });
    }
    return this.add({ kind: 'one', of: [...options.values()] });
  }
}
