import type { z } from 'zod';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { forgetful, type Recall } from '../source/recall.ts';
import { formatPlace } from '../source/place.ts';
import { decodeSource, type RawFile } from '../source/source-file.ts';
import { parseYaml, placeOfValue, type YamlDocument } from '../source/yaml.ts';
import { codeTableSchema, type CodeTableFile } from './schema/code-table.ts';
import { validate } from './schema/validate.ts';
import { placesToFill, unfilledEntries } from './unfilled.ts';
import { unreviewedEntries } from './unreviewed.ts';

/** A file's model together with the parsed file, which knows where each value stands. */
export interface Loaded<T> {
  readonly value: T;
  readonly document: YamlDocument;
  /** False if entries had to be left out because their codes cannot be read: sums then say nothing. */
  readonly whole: boolean;
}

/** Reads files one by one, gathering what is wrong with them. */
export class Reader {
  readonly codeDocuments: YamlDocument[] = [];
  private readonly diagnostics: Diagnostic[];
  private readonly recall: Recall;

  /** @param recall gives what was read before of a file that has not changed */
  constructor(diagnostics: Diagnostic[], recall: Recall = forgetful) {
    this.diagnostics = diagnostics;
    this.recall = recall;
  }

  report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  document(raw: RawFile): YamlDocument | undefined {
    const { document, diagnostics } = this.recall(`${raw.path} parsed`, [raw], () => parsed(raw));
    this.diagnostics.push(...diagnostics);
    return document;
  }

  model<S extends z.ZodType>(schema: S, document: YamlDocument): Loaded<z.output<S>> | undefined {
    const { loaded, diagnostics } = this.recall(`${document.source.path} read`, [schema, document], () =>
      modelled(schema, document),
    );
    this.diagnostics.push(...diagnostics);
    return loaded;
  }

  file<S extends z.ZodType>(schema: S, raw: RawFile): Loaded<z.output<S>> | undefined {
    const document = this.document(raw);
    return document && this.model(schema, document);
  }

  /** One classification of all years; nothing where one of its files cannot be read, since years build on each other. */
  tables(files: readonly RawFile[]): readonly CodeTableFile[] {
    const tables = files.map((file) => this.table(file));
    return tables.every((table) => table !== undefined) ? tables : [];
  }

  private table(raw: RawFile): CodeTableFile | undefined {
    const loaded = this.file(codeTableSchema, raw);
    if (loaded === undefined) return undefined;
    this.codeDocuments.push(loaded.document);
    const { year, continues } = loaded.value;
    const folder = /(\d{4})\/[^/]+$/.exec(raw.path)?.[1];
    if (folder !== undefined) this.checkYear(loaded, Number(folder));
    if (continues !== undefined && continues >= year) {
      const message = `“沿用”为 ${continues}，应为早于 ${year} 的年度；请改正`;
      this.report(error('wrong-year', message, placeOfValue(loaded.document, ['沿用'])));
    }
    return loaded.value;
  }

  checkYear(loaded: Loaded<{ readonly year: number }>, folder: number): void {
    if (loaded.value.year === folder) return;
    const message = `“年度”为 ${loaded.value.year}，应为 ${folder}（与所在文件夹一致）；请改正其一`;
    this.report(error('wrong-year', message, placeOfValue(loaded.document, ['年度'])));
  }
}

function parsed(raw: RawFile): { document: YamlDocument | undefined; diagnostics: readonly Diagnostic[] } {
  const { source, diagnostics } = decodeSource(raw);
  if (source === undefined) return { document: undefined, diagnostics };
  const { document, characters, ...found } = parseYaml(source);
  return { document, diagnostics: [...diagnostics, ...found.diagnostics, ...(characters ?? [])] };
}

function modelled<S extends z.ZodType>(
  schema: S,
  document: YamlDocument,
): { loaded: Loaded<z.output<S>> | undefined; diagnostics: readonly Diagnostic[] } {
  const { value, whole, diagnostics } = validate(schema, document);
  // What is still to be filled in fits no form; that it is to be filled in is all there is to say of it.
  const open = new Set(placesToFill(document).map(formatPlace));
  const wrong = diagnostics.filter(({ place }) => !open.has(formatPlace(place)));
  return {
    loaded: value === undefined ? undefined : { value, document, whole },
    diagnostics: [...wrong, ...unfilledEntries(document), ...unreviewedEntries(document)],
  };
}
