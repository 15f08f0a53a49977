import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { recent } from '../source/recent.ts';
import { scalarsBelow, type YamlDocument } from '../source/yaml.ts';
import { whatIsWrong, type LeftOver } from './left-overs/left-over.ts';
import { BROKEN_YEAR, LEFT_OVERS } from './left-overs/left-overs.ts';
import type { PackFolder } from './pack-folder.ts';

/** Comments and helpers, which are not printed as they stand. */
export const CODE = /\{\{!--[^]*?--\}\}|\{\{[^]*?\}\}/g;

/** A year in a title would head the booklet of every year. */
const FIXED_YEAR: LeftOver = {
  pattern: /(?<!\d)(?:19|20)\d{2}\s*年/gu,
  what: '标题中写定了年份；请改为不带年份的标题',
};

/** A mistake in a text: its offset there, the words, and what to do. */
interface Mistake {
  readonly at: number;
  readonly words: string;
  readonly what: string;
}

type Proofreader = (text: string) => readonly Mistake[];

/** Packs say much the same as one another: so many texts are proofread once. */
const MOST_TEXTS = 8000;

const wordingIn = proofreader([...LEFT_OVERS, { pattern: BROKEN_YEAR, what: '年份不是四位；请改正' }]);
const layoutWordingIn: Proofreader = (text) => [...wordingIn(text), ...fixedYearsIn(text)];
const fixedYearsIn = proofreader([FIXED_YEAR]);

function proofreader(mistakes: readonly LeftOver[]): Proofreader {
  return recent(MOST_TEXTS, (text) => {
    const words = text.replaceAll(CODE, (code) => '\u0001'.repeat(code.length));
    return mistakes.flatMap((mistake) =>
      [...words.matchAll(mistake.pattern)].map((match) => ({
        at: match.index,
        words: match[0],
        what: whatIsWrong(mistake, match[0]),
      })),
    );
  });
}

/**
 * Mistakes in a pack's own wording: it is proofread once, and would be printed in every booklet. Found in templates,
 * titles, table heads, phrases and the glossary; what the pack inherits is told of where it stands.
 */
export function wordingMistakes(folder: PackFolder): readonly Diagnostic[] {
  const templates = [...folder.parts.values(), ...folder.partials.values()].flatMap(
    (template) => template ?? [],
  );
  const layouts = [...folder.tables.values(), ...folder.forms.values()].flatMap((layout) => layout ?? []);
  const others = [folder.file, ...(folder.glossary ? [folder.glossary] : [])];
  return [
    ...templates.flatMap(({ source }) => findings(source, wordingIn(source.text), ({ at }) => at)),
    ...layouts.flatMap(({ document }) => mistakesInFile(document, layoutWordingIn)),
    ...others.flatMap(({ document }) => mistakesInFile(document, wordingIn)),
    ...partTitles(folder).flatMap((title) =>
      findings(folder.file.document.source, fixedYearsIn(title), found(folder.file.document)),
    ),
  ];
}

function partTitles({ file }: PackFolder): readonly string[] {
  return (file.value.parts ?? []).map(({ title }) => title);
}

function mistakesInFile(document: YamlDocument, proofread: Proofreader): readonly Diagnostic[] {
  return scalarsBelow(document.root).flatMap(({ scalar: { text, start } }) =>
    findings(document.source, proofread(text), found(document, start)),
  );
}

/** A scalar may be quoted or folded in its file: the words are looked for from where it begins. */
function found({ source }: YamlDocument, start = 0): (mistake: Mistake) => number {
  return ({ words }) => Math.max(source.text.indexOf(words, Math.max(start, 0)), 0);
}

function findings(
  source: SourceFile,
  mistakes: readonly Mistake[],
  offsetInFile: (mistake: Mistake) => number,
): readonly Diagnostic[] {
  return mistakes.map((mistake) =>
    error(
      'template-left-over',
      `模板文字“${mistake.words}”：${mistake.what}`,
      source.placeAt(offsetInFile(mistake)),
    ),
  );
}
