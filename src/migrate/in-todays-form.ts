import { error, type Diagnostic } from '../source/diagnostic.ts';
import { remembered } from '../source/remembered.ts';
import { decodeSource, startOf, type RawFile } from '../source/source-file.ts';
import { editYaml } from '../source/writer/edit-yaml.ts';
import { parseYaml, placeOfKey, type YamlDocument } from '../source/yaml.ts';
import type { OlderEntry, OtherFiles, Step } from './step.ts';
import { STEPS } from './steps.ts';

/** An input as it reads in today's form. */
export interface TodaysInput {
  /** All files, those of an older form rewritten as far as that can be done. */
  readonly files: readonly RawFile[];
  /** What was rewritten, with the text of before. */
  readonly rewritten: readonly Rewritten[];
  /** Every place of an older form, an error each. */
  readonly older: readonly Diagnostic[];
  /** Those among them that only an editor can rewrite, and what keeps a file from being looked at. */
  readonly obstacles: readonly Diagnostic[];
}

/** A file in today's form. */
export interface Rewritten {
  readonly path: string;
  readonly before: string;
  readonly text: string;
}

/**
 * Brings the files of an input into today's form, step by step; the files themselves stay as they are. What has no older
 * form in it is the very same object afterwards.
 */
export function inTodaysForm(files: readonly RawFile[], steps: readonly Step[] = STEPS): TodaysInput {
  const rewriting = new Rewriting(files);
  for (const step of steps) rewriting.take(step);
  return rewriting.result(steps);
}

class Rewriting {
  private readonly given: ReadonlyMap<string, RawFile>;
  private readonly now: Map<string, RawFile>;
  private readonly older: Diagnostic[] = [];
  private readonly obstacles: Diagnostic[] = [];

  constructor(files: readonly RawFile[]) {
    this.given = new Map(files.map((file) => [file.path, file]));
    this.now = new Map(this.given);
  }

  take(step: Step): void {
    for (const file of [...this.now.values()]) {
      if (!mayHold(file, step)) continue;
      const { document } = parsed(file);
      if (document === undefined) continue;
      const entries = step.find(document, this.others());
      for (const entry of entries) this.tell(entry, file.path, step);
      const edits = entries.flatMap(({ rewrite }) => ('edits' in rewrite ? rewrite.edits : []));
      if (edits.length === 0) continue;
      this.now.set(file.path, { ...file, bytes: ENCODER.encode(editYaml(textOf(file), edits)) });
    }
  }

  /** Files whose path some step asks for and that cannot be read may hold any older form. */
  result(steps: readonly Step[]): TodaysInput {
    const files = [...this.now.values()];
    const unread = files.filter((file) => steps.some((step) => step.files.test(file.path)));
    return {
      files,
      rewritten: files.flatMap((file) => {
        const before = this.given.get(file.path);
        if (before === undefined || before === file) return [];
        return [{ path: file.path, before: textOf(before), text: textOf(file) }];
      }),
      older: this.older,
      obstacles: [...this.obstacles, ...unread.flatMap((file) => parsed(file).diagnostics)],
    };
  }

  private tell({ at, change, rewrite }: OlderEntry, path: string, { since }: Step): void {
    const given = this.given.get(path);
    const { document } = given === undefined ? {} : parsed(given);
    const place = document === undefined ? startOf(given ?? { path }) : placeOfKey(document, at);
    const advice =
      'edits' in rewrite ? '运行 npx mingbai migrate 改写' : `${rewrite.byHand}，migrate 改不了，请手工改`;
    const found = error('older-form', `以前的写法：${change}（${since} 版起）；${advice}`, place);
    this.older.push(found);
    if ('byHand' in rewrite) this.obstacles.push(found);
  }

  private others(): OtherFiles {
    return {
      has: (path) => this.now.has(path),
      document: (path) => {
        const file = this.now.get(path);
        return file && parsed(file).document;
      },
    };
  }
}

const ENCODER = new TextEncoder();

function mayHold({ path, bytes, problem }: RawFile, { files, mark }: Step): boolean {
  if (problem !== undefined || !files.test(path)) return false;
  return mark === undefined || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(mark);
}

/** With its byte-order mark, which the writer keeps. */
function textOf({ bytes }: RawFile): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** A file as the writer can change it; without a document where it cannot, and then with the reasons. */
const parsed = remembered(function parsedForm(file: RawFile): {
  readonly document?: YamlDocument;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { source, diagnostics: undecoded } = decodeSource(file);
  if (source === undefined) return { diagnostics: undecoded };
  const { document, diagnostics } = parseYaml(source);
  return diagnostics.length > 0 || document === undefined ? { diagnostics } : { document, diagnostics };
});
