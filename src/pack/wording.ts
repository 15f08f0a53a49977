import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { YamlNode } from '../source/yaml.ts';
import { LEFT_OVERS } from './left-overs.ts';
import type { PackFolder } from './pack-folder.ts';

/** Comments and helpers, which are not printed as they stand. */
const CODE = /\{\{!--[^]*?--\}\}|\{\{[^]*?\}\}/g;

/**
 * Mistakes in a pack's own wording: it is proofread once, and would be printed in every booklet. Found in templates,
 * titles, table heads, phrases and the glossary; what the pack inherits is told of where it stands.
 */
export function wordingMistakes(folder: PackFolder): readonly Diagnostic[] {
  const templates = [...folder.parts.values(), ...folder.partials.values()].flatMap(
    (template) => template ?? [],
  );
  const files = [
    folder.file,
    ...folder.tables.values(),
    ...folder.forms.values(),
    ...(folder.glossary ? [folder.glossary] : []),
  ];
  return [
    ...templates.flatMap(({ source }) => mistakesIn(source, source.text, (offset) => offset)),
    ...files.flatMap(({ document: { source, root } }) =>
      scalarsOf(root).flatMap(({ text, start }) =>
        // A scalar may be quoted or folded: the words are looked for from where it begins.
        mistakesIn(source, text, (_, words) => Math.max(source.text.indexOf(words, Math.max(start, 0)), 0)),
      ),
    ),
  ];
}

function mistakesIn(
  source: SourceFile,
  text: string,
  offsetInFile: (offset: number, words: string) => number,
): readonly Diagnostic[] {
  const words = text.replaceAll(CODE, (code) => '\u0001'.repeat(code.length));
  return LEFT_OVERS.flatMap(({ pattern, what }) =>
    [...words.matchAll(pattern)].map((match) => {
      const place = source.placeAt(offsetInFile(match.index, match[0]));
      return error('template-left-over', `模板文字“${match[0]}”：${what}`, place);
    }),
  );
}

function scalarsOf(node: YamlNode): readonly { readonly text: string; readonly start: number }[] {
  if (node.kind === 'scalar') return [node];
  const children =
    node.kind === 'sequence' ? node.items : [...node.entries.values()].map(({ value }) => value);
  return children.flatMap(scalarsOf);
}
