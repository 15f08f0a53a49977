import { compileUnit } from '../../src/compile/compile-unit.ts';
import { openInput, type OpenInput } from '../../src/compile/open-input.ts';
import type { Diagnostic } from '../../src/source/diagnostic.ts';
import { remembering } from '../../src/source/recall.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles } from './project.ts';

/**
 * Sentences of published booklets' kinds, a true one and the same with a mistake. Blocks with a blank line between them:
 *
 *     # what the pair is about
 *     在 other-matters        or results, problems, reason:<figure id>
 *     对 <a sentence that is true>
 *     错 <the same with a mistake>
 */
export interface SentenceCase {
  readonly about: string;
  readonly place: string;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

/** Reads a case file. */
export function readSentenceCases(text: string): readonly SentenceCase[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim().split('\n'))
    .filter((lines) => lines.some((line) => /^[对错] /.test(line)))
    .map((lines) => {
      const after = (mark: string): readonly string[] =>
        lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(mark.length + 1).trim());
      return {
        about: after('#').join(' '),
        place: after('在')[0] ?? '',
        right: after('对'),
        wrong: after('错'),
      };
    });
}

const UNIT = 'demo-bureau';
const NARRATIVE = `content/units/${UNIT}/2023/narrative.yaml`;
const TEXTS: Readonly<Record<string, RegExp>> = {
  'other-matters': /^其他说明事项: .*$/m,
  results: /^ {2}成效: .*$/m,
  problems: /^ {2}发现的问题及原因: .*$/m,
};

interface Bureau {
  readonly files: readonly RawFile[];
  readonly input: OpenInput;
  readonly known: ReadonlySet<string>;
}

let opened: Promise<Bureau> | undefined;

/** The demonstration unit in the year of the case and the year before; what all units share is read once. */
async function open(): Promise<Bureau> {
  const files = (await realFiles(UNIT)).filter(({ path }) => !path.includes(`/${UNIT}/2021/`));
  const input = openInput(files, undefined, remembering());
  const bureau = { files, input, known: new Set<string>() };
  return { ...bureau, known: new Set(findings(bureau, files).map(({ message }) => message)) };
}

function findings({ input }: Bureau, files: readonly RawFile[]): readonly Diagnostic[] {
  const narrative = files.find(({ path }) => path === NARRATIVE);
  const unit = input.content.units.find(({ slug }) => slug === UNIT);
  if (unit === undefined || narrative === undefined) throw new Error(`no ${UNIT}`);
  const years = unit.years.map((year) =>
    year.narrative?.path === NARRATIVE ? { ...year, narrative } : year,
  );
  return compileUnit({ ...unit, years }, input).diagnostics;
}

/** What is found because of a sentence in the demonstration unit, whose numbers are declared: nothing that was there before. */
export async function findingsOf(place: string, sentence: string): Promise<readonly Diagnostic[]> {
  const bureau = await (opened ??= open());
  const text = new TextDecoder().decode(bureau.files.find(({ path }) => path === NARRATIVE)?.bytes);
  const line = lineOf(place, text);
  const after = edited(
    bureau.files,
    NARRATIVE,
    line,
    `${/^\s*[^:]+: /.exec(line)?.[0] ?? ''}${JSON.stringify(sentence)}`,
  );
  const declared = /[\d０-９]/.test(sentence)
    ? edited(after, NARRATIVE, '\n字面数:\n', `\n字面数:\n  - ${JSON.stringify(sentence)}\n`)
    : after;
  // Numbers of the text that made way are declared in vain.
  return findings(bureau, declared).filter(
    ({ rule, message, severity }) =>
      !bureau.known.has(message) && rule !== 'unused-literal' && severity !== 'note',
  );
}

function lineOf(place: string, text: string): string {
  const pattern = TEXTS[place] ?? reasonLine(place);
  const line = pattern?.exec(text)?.[0];
  if (line === undefined) throw new Error(`no place ${place}`);
  return line;
}

function reasonLine(place: string): RegExp | undefined {
  const id = /^reason:(.+)$/.exec(place)?.[1];
  return id === undefined ? undefined : new RegExp(`^  ${id.replaceAll(/[.()（）]/g, '\\$&')}: .*$`, 'm');
}
