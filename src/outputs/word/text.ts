import { SimpleField, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { ElementContent } from 'hast';

/** How a stretch of text looks beside its paragraph's style. */
export type Look = Pick<IRunOptions, 'bold' | 'italics' | 'font' | 'size'>;

/** A stretch of text of one look; a line break is a `\n` in it. */
interface Piece {
  readonly text: string;
  readonly look: Look;
  /** Where it leads to. */
  readonly address?: string;
}

const LOOKS: Readonly<Record<string, Look>> = { strong: { bold: true }, em: { italics: true } };

/** Addresses that can be followed outside the site. */
const FOLLOWED = /^(?:https?:|mailto:)/i;

/** Text of a paragraph, as runs of one look. */
export function runsOf(nodes: readonly ElementContent[], look: Look = {}): readonly ParagraphChild[] {
  return joined(nodes.flatMap((node) => pieces(node, { text: '', look }))).flatMap(piece);
}

/** Lines of text one below the other. */
export function lineRuns(lines: readonly string[], look: Look = {}): readonly TextRun[] {
  return lines.map((text, index) => new TextRun({ ...look, text, ...(index > 0 && { break: 1 }) }));
}

function pieces(node: ElementContent, around: Piece): readonly Piece[] {
  if (node.type === 'text') return [{ ...around, text: node.value.replaceAll(/[ \t\r\n]+/g, ' ') }];
  if (node.type !== 'element') return [];
  if (node.tagName === 'br') return [{ ...around, text: '\n' }];
  const own = LOOKS[node.tagName];
  const href = node.tagName === 'a' ? node.properties['href'] : undefined;
  const inside: Piece = {
    ...around,
    ...(own !== undefined && { look: { ...around.look, ...own } }),
    ...(typeof href === 'string' && FOLLOWED.test(href) && { address: href }),
  };
  return node.children.flatMap((child) => pieces(child, inside));
}

/** Neighbours of one look are one run: a search for a sentence, and a person who edits it, meet no seams. */
function joined(given: readonly Piece[]): readonly Piece[] {
  const whole: Piece[] = [];
  for (const one of given) {
    const before = whole.at(-1);
    if (before !== undefined && before.look === one.look && before.address === one.address)
      whole[whole.length - 1] = { ...before, text: before.text + one.text };
    else whole.push(one);
  }
  return whole;
}

function piece({ text, look, address }: Piece): readonly ParagraphChild[] {
  if (address === undefined) return lineRuns(text.split('\n'), look);
  // A field, and no hyperlink of the library (docx 9.15.2): to those it gives an id by chance.
  return [new SimpleField(`HYPERLINK "${address.replaceAll('"', '%22').replaceAll('\\', '%5C')}"`, text)];
}
