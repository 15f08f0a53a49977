import { listsOfWords } from '../pack/pack-templates.ts';
import type { Template } from '../pack/template.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { BookletSource } from './booklet-source.ts';
import { Filling, type FilledText, type Say } from './filling.ts';
import { bindHelpers } from './helpers.ts';
import { printInSentence } from './print-figure.ts';

/** The words of a pack's titles, tables and forms, filled for one booklet. */
export interface FilledWords {
  /** The booklet's title. */
  readonly title: string;
  /** What a title or a cell says in this booklet, given as the pack has it. */
  readonly say: Say;
  readonly diagnostics: readonly Diagnostic[];
  /** Ids of the figures that they compare with last year's. */
  readonly compared: ReadonlySet<string>;
}

/** Fills the words that name something. They are plain text, which no Markdown is read from. */
export function fillWords(source: BookletSource): FilledWords {
  const filling = new Filling(source, (text) => text, listsOfWords(source.pack));
  const helpers = bindHelpers(filling);
  const fill = (template: Template): string => plainText(filling.fill(template, helpers), source);
  const title = fill(source.pack.title);
  const said = new Map([...source.pack.words].map(([text, template]) => [text, fill(template)]));
  return {
    title,
    say: (text) => said.get(text) ?? text,
    diagnostics: filling.diagnostics,
    compared: filling.compared,
  };
}

function plainText({ markdown, marks }: FilledText, { figures, pack }: BookletSource): string {
  return marks
    .split(markdown)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.kind === 'figure')
        return printInSentence(figures.get(piece.id), pack.conventions, piece.style).printed;
      return piece.kind === 'tables' ? '' : piece.text;
    })
    .join('')
    .trim();
}
