import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { remembered } from '../source/remembered.ts';
import { scalarsBelow, type YamlDocument } from '../source/yaml.ts';
import { whatIsWrong, type LeftOver } from './left-overs/left-over.ts';
import { BROKEN_YEAR, LEFT_OVERS } from './left-overs/left-overs.ts';
import type { PackFolder } from './pack-folder.ts';
import type { ParsedTemplate } from './template.ts';

/** Comments and helpers, which are not printed as they stand. */
export const CODE = /\{\{!--[^]*?--\}\}|\{\{[^]*?\}\}/g;

const WORDING: readonly LeftOver[] = [...LEFT_OVERS, { pattern: BROKEN_YEAR, what: '年份不是四位；请改正' }];

/** A year in a title would head the booklet of every year. */
const FIXED_YEAR: LeftOver = {
  pattern: /(?<!\d)(?:19|20)\d{2}\s*年/gu,
  what: '标题中写定了年份；请改为不带年份的标题',
};

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
    ...templates.flatMap(mistakesInTemplate),
    ...layouts.flatMap(({ document }) => mistakesInLayout(document)),
    ...others.flatMap(({ document }) => mistakesInEntries(document)),
    ...partTitles(folder).flatMap((title) =>
      mistakesIn(folder.file.document.source, title, found(folder.file.document), [FIXED_YEAR]),
    ),
  ];
}

function partTitles({ file }: PackFolder): readonly string[] {
  return (file.value.parts ?? []).map(({ title }) => title);
}

const mistakesInTemplate = remembered(({ source }: ParsedTemplate) =>
  mistakesIn(source, source.text, (offset) => offset, WORDING),
);
const mistakesInLayout = remembered((layout: YamlDocument) =>
  mistakesInFile(layout, [...WORDING, FIXED_YEAR]),
);
const mistakesInEntries = remembered((document: YamlDocument) => mistakesInFile(document, WORDING));

function mistakesInFile(document: YamlDocument, mistakes: readonly LeftOver[]): readonly Diagnostic[] {
  return scalarsBelow(document.root).flatMap(({ scalar: { text, start } }) =>
    mistakesIn(document.source, text, found(document, start), mistakes),
  );
}

/** A scalar may be quoted or folded in its file: the words are looked for from where it begins. */
function found({ source }: YamlDocument, start = 0): (offset: number, words: string) => number {
  return (_, words) => Math.max(source.text.indexOf(words, Math.max(start, 0)), 0);
}

function mistakesIn(
  source: SourceFile,
  text: string,
  offsetInFile: (offset: number, words: string) => number,
  mistakes: readonly LeftOver[],
): readonly Diagnostic[] {
  const words = text.replaceAll(CODE, (code) => '\u0001'.repeat(code.length));
  return mistakes.flatMap((mistake) =>
    [...words.matchAll(mistake.pattern)].map((match) => {
      const place = source.placeAt(offsetInFile(match.index, match[0]));
      return error('template-left-over', `模板文字“${match[0]}”：${whatIsWrong(mistake, match[0])}`, place);
    }),
  );
}
