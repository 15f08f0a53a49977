import type { PackPart } from '../../pack/pack.ts';
import type { Template } from '../../pack/template.ts';
import { CODE } from '../../pack/wording.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { both, type Pair, type Slugs } from './pair.ts';
import { compareSequences, type Item } from './sequence.ts';

/** The paragraphs of a part that differ, however its text is cut into partials and lines. */
export function comparePartTexts(slugs: Slugs, parts: Pair<PackPart>): readonly string[] {
  const about = `文字 ${parts.b.key}`;
  return compareSequences(
    about,
    slugs,
    both(parts, ({ template }) => paragraphsOf(wholeText(template))),
  );
}

const PARTIAL = /\{\{>\s*([^\s}]+)\s*\}\}/g;
const COMMENT = /\{\{!--[^]*?--\}\}|\{\{![^]*?\}\}/g;

/** A template's text with its partials in the places where it includes them. */
function wholeText({ source, included }: Template): string {
  const partials = new Map(included.map((one) => [nameOf(one), one]));
  const inline = (text: string): string =>
    text
      .replaceAll(COMMENT, '')
      .replaceAll(PARTIAL, (_, name: string) => inline(partials.get(name)?.text.trim() ?? ''));
  return inline(source.text);
}

function nameOf({ path }: SourceFile): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md\.hbs$/, '');
}

/** Ends and branches of blocks by themselves: what stands in them says it. */
const ENDS = /^(?:\{\{(?:\/[^}]*|else)\}\})+$/;

/** Paragraphs, headings and rows of tables, each with the heading that it stands under. */
function paragraphsOf(text: string): readonly Item[] {
  const blocks = text
    .replaceAll('\r\n', '\n')
    .replaceAll(/^(#|\|).*$/gm, '\n$&\n')
    .split(/\n[ \t]*\n/)
    .map(folded)
    .filter((block) => block !== '' && !ENDS.test(block));
  let heading = '';
  return blocks.map((says) => {
    if (says.startsWith('#')) heading = says.replace(/^#+\s*/, '');
    return { name: heading, says };
  });
}

/** A paragraph in one line, as it is set: no space between Chinese characters where a line ends. */
function folded(block: string): string {
  const between = (spaces: string, at: number, whole: string): string => {
    if (!spaces.includes('\n')) return ' ';
    const [before = '', after = ''] = [whole[at - 1], whole[at + spaces.length]];
    return /\w/.test(before) && /\w/.test(after) ? ' ' : '';
  };
  let folded = '';
  let from = 0;
  for (const match of block.matchAll(CODE)) {
    folded += block.slice(from, match.index).replaceAll(/\s+/g, between);
    folded += match[0].replaceAll(/\s+/g, ' ');
    from = match.index + match[0].length;
  }
  return (folded + block.slice(from).replaceAll(/\s+/g, between)).trim();
}
