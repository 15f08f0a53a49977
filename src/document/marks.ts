import type { NumberStyle } from '../pack/number-style.ts';
import type { YamlPath } from '../source/yaml.ts';
import type { TableView } from './table-view.ts';

/**
 * What helpers put into a template's text. A mark stands for it while the text passes through Markdown, so that no
 * figure and no word of an editor's is ever parsed as Markdown, HTML or template code.
 */
export type Mark =
  | { readonly kind: 'figure'; readonly id: string; readonly style?: NumberStyle }
  /** A text of narrative.yaml and its path there; `literals` are the phrases whose numbers are declared. */
  | {
      readonly kind: 'text';
      readonly path: YamlPath;
      readonly text: string;
      readonly literals: readonly string[];
    }
  /** A name or an ordinal: its digits are part of the name. */
  | { readonly kind: 'name'; readonly text: string }
  /** Tables are laid out only when the booklet is typeset: checking does not need them. */
  | {
      readonly kind: 'tables';
      readonly views: () => readonly TableView[];
      /** What is published elsewhere stands there as a line of its own. */
      readonly links?: readonly LinkLine[];
    };

/** A line that says where something is published: an address, or words. */
export interface LinkLine {
  readonly name: string;
  readonly target: string;
  /** Whether the target is an address on the web. */
  readonly address: boolean;
}

// Private-use characters, which the schemas refuse in every text of the input.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARK = /\uE000(\d+)\uE001/u;

/** The marks of one filled template. */
export class Marks {
  private readonly marks: Mark[] = [];

  /** Remembers a mark and returns the text that stands for it. */
  add(mark: Mark): string {
    this.marks.push(mark);
    return `${OPEN}${this.marks.length - 1}${CLOSE}`;
  }

  /** A text with its marks put back in order: alternating plain text and marks. */
  split(text: string): readonly (string | Mark)[] {
    return text.split(MARK).map((piece, index) => {
      if (index % 2 === 0) return piece;
      const mark = this.marks[Number(piece)];
      if (mark === undefined) throw new Error(`no mark ${piece}`);
      return mark;
    });
  }
}
