import { error } from '../source/diagnostic.ts';
import type { RawFile } from '../source/source-file.ts';
import { placeOfKey, placeOfValue, textAt, type YamlDocument } from '../source/yaml.ts';
import type { FormKind } from './forms/form-kind.ts';
import type { Loaded, Reader } from './reader.ts';
import { evaluationSchema, type Evaluation } from './schema/evaluation.ts';
import { suggestion } from './suggestion.ts';

/** A self-evaluation form; `name` is its file's name without extension. */
export interface LoadedEvaluation extends Loaded<Evaluation> {
  readonly name: string;
}

/** The kinds by which a year's forms are read. */
export interface ReadingKinds {
  /** Undefined where no pack has any, so that no form can be read. */
  readonly kinds: readonly FormKind[] | undefined;
  /** Whether they are those of the year's own pack: otherwise one that is not among them may exist all the same. */
  readonly certain: boolean;
}

/** The forms of a year in the order of their kinds, then of their file names. */
export function loadEvaluations(
  read: Reader,
  files: readonly RawFile[],
  by: ReadingKinds,
): readonly LoadedEvaluation[] {
  const loaded = files.flatMap((file) => loadEvaluation(read, file, by));
  const rank = ({ value }: LoadedEvaluation): number => by.kinds?.indexOf(value.kind) ?? 0;
  // `project-2` comes before `project-10`.
  const byName = new Intl.Collator('en', { numeric: true });
  return loaded.sort((a, b) => rank(a) - rank(b) || byName.compare(a.name, b.name));
}

function loadEvaluation(
  read: Reader,
  file: RawFile,
  { kinds, certain }: ReadingKinds,
): readonly LoadedEvaluation[] {
  const document = read.document(file);
  if (document === undefined || kinds === undefined) return [];
  const kind = kindOf(document, kinds) ?? (certain ? reportKind(read, document, kinds) : undefined);
  const loaded = kind && read.model(evaluationSchema(kind), document);
  const name = file.path.slice(file.path.lastIndexOf('/') + 1, -'.yaml'.length);
  if (loaded === undefined) return [];
  if (!kinds.some(({ key }) => key === name)) return [{ ...loaded, name }];
  const message = `自评表的文件名“${name}”是一个种类的名称，两者的数字会混在一起；请改名，例如 ${name}-1.yaml`;
  read.report(error('bad-name', message, document.source.placeAt(0)));
  return [];
}

/** The kind that a form says it is of. */
function kindOf(document: YamlDocument, kinds: readonly FormKind[]): FormKind | undefined {
  const written = textAt(document, ['类型']);
  return kinds.find(({ key }) => key === written);
}

/** What is wrong with the kind that a form says it is of is told of with the kinds that there are. */
function reportKind(read: Reader, document: YamlDocument, kinds: readonly FormKind[]): undefined {
  const written = textAt(document, ['类型']);
  const keys = kinds.map(({ key }) => key);
  const known = keys.length === 0 ? '模板包没有自评表' : `可以写的有：${keys.join('、')}`;
  if (written === undefined) {
    const message = `没有写“类型”；请补上，${known}`;
    read.report(error('missing-key', message, placeOfKey(document, [])));
    return undefined;
  }
  const message = `模板包没有“${written.slice(0, 40)}”这种自评表${suggestion(written, keys)}；${known}`;
  read.report(error('unknown-form', message, placeOfValue(document, ['类型'])));
  return undefined;
}
