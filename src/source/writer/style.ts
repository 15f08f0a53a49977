import { columnOf, newlineOf } from './lines.ts';
import type { Placed, PlacedChild } from './layout.ts';

/** How a file is written: what is added to it is written alike. */
export interface FileStyle {
  readonly newline: string;
  /** Columns between a key and the keys below it. */
  readonly step: number;
  /** Columns between a key and the dashes of the list below it. */
  readonly listStep: number;
  /** The quotes around keys that are codes or years; empty where they are written plain. */
  readonly codeQuote: '"' | "'" | '';
  /** The least indentation of block texts; comments that follow are indented less, or they would become part of them. */
  readonly textColumn?: number;
}

/** How the program writes files that nobody has written yet. */
export const NEW_FILE: FileStyle = { newline: '\n', step: 2, listStep: 2, codeQuote: '"' };

const CODE = /^\d+$/;

/** The style of a file, as its first places of each kind show it. */
export function styleOf(text: string, root: Placed): FileStyle {
  const blocks = blockEntries(root);
  const stepBelow = (kind: 'mapping' | 'sequence'): number | undefined => {
    const found = blocks.find(({ value }) => value.node.kind === kind && !value.bracketed);
    return found && columnOf(text, found.value.from) - columnOf(text, found.mark);
  };
  const step = stepBelow('mapping') ?? (stepBelow('sequence') || 2);
  return {
    newline: newlineOf(text),
    step,
    listStep: stepBelow('sequence') ?? step,
    codeQuote: codeQuoteOf(text, codeKeys(root)) ?? '"',
  };
}

/** The quotes of the codes among some entries; undefined where no key is a code. */
export function codeQuoteOf(text: string, entries: readonly PlacedChild[]): '"' | "'" | '' | undefined {
  const code = entries.find(({ key }) => CODE.test(key ?? ''));
  if (code === undefined) return undefined;
  const first = text.charAt(code.mark);
  return first === '"' || first === "'" ? first : '';
}

/** Whether a key is a code or a year. */
export function isCode(key: string): boolean {
  return CODE.test(key);
}

function blockEntries(placed: Placed): readonly PlacedChild[] {
  if (placed.bracketed) return [];
  const entries = placed.node.kind === 'mapping' ? placed.children : [];
  return [...entries, ...placed.children.flatMap(({ value }) => blockEntries(value))];
}

function codeKeys(placed: Placed): readonly PlacedChild[] {
  const below = placed.children.flatMap(({ value }) => codeKeys(value));
  return [...placed.children.filter(({ key }) => isCode(key ?? '')), ...below];
}
