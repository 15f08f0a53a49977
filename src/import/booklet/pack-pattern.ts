import type { Pack } from '../../pack/pack.ts';
import type { Pattern } from './pattern.ts';
import { SymbolicContext } from './symbolic-context.ts';
import { SymbolicHelpers } from './symbolic-helpers.ts';
import { Symbols } from './symbols.ts';

/** What a part of a pack's booklets can look like. */
export interface PartPattern {
  readonly key: string;
  readonly title: Pattern;
  /** Markdown: lines that begin with `## ` and `### ` are headings. */
  readonly text: Pattern;
}

/** A pack read backwards: its templates filled with what may stand in each place, instead of a booklet's numbers. */
export function patternsOf(pack: Pack): readonly PartPattern[] {
  const symbols = new Symbols();
  const context = new SymbolicContext(pack, symbols);
  const { helpers } = new SymbolicHelpers(pack, symbols, context);
  return pack.parts.map(({ key, title, template }) => {
    const named = pack.words.get(title);
    return {
      key,
      title: symbols.patternOf(named?.fill(context.names, helpers) ?? title),
      text: symbols.patternOf(template.fill(context.names, helpers)),
    };
  });
}
