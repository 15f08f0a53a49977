import type { BookletSource } from '../../document/booklet-source.ts';
import { fillWords } from '../../document/filled-words.ts';
import { templateFailure } from '../../document/template-failure.ts';
import type { Pack } from '../../pack/pack.ts';
import { scopesOf } from '../../pack/scope.ts';
import { linkTemplate, parseTemplate } from '../../pack/template.ts';
import { sourceFile } from '../../source/source-file.ts';

/** What a piece of template prints in the booklet of the examples; undefined where it cannot be printed there. */
export type Say = (template: string) => string | undefined;

/** Prints pieces of template as titles of the pack are printed, each by itself: what one asks for may be missing. */
export function sayIn(source: BookletSource): Say {
  return (text) => {
    const template = linked(text, source.pack);
    if (template === undefined || !template.references.figures.every(({ id }) => source.figures.has(id)))
      return undefined;
    const pack: Pack = { ...source.pack, words: new Map([[text, template]]) };
    try {
      return fillWords({ ...source, pack }).say(text);
    } catch (thrown) {
      if (templateFailure(thrown) === undefined) throw thrown;
      return undefined;
    }
  };
}

function linked(text: string, { vocabulary }: Pack) {
  const { template: parsed } = parseTemplate(sourceFile('', text), []);
  return parsed && linkTemplate(parsed, { partials: new Map(), scope: scopesOf(vocabulary).part }).template;
}
