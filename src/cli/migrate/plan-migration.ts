import { folderOfSchema, unitOf } from '../../accounts/content-files.ts';
import type { PlannedFile } from '../../import/import-files.ts';
import { inTodaysForm } from '../../migrate/in-todays-form.ts';
import { schemaFiles, type SchemaFile } from '../../pack/schema-files.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import type { RawFile } from '../../source/source-file.ts';
import type { Target } from '../unit-year.ts';

/** What a migration changes, and what keeps it from changing anything. */
export interface Migration {
  readonly writes: readonly PlannedFile[];
  /** What is rewritten, place by place. */
  readonly changes: readonly Diagnostic[];
  /** Where an editor has to decide first; then nothing is to be written. */
  readonly obstacles: readonly Diagnostic[];
}

/**
 * Plans how the files of an input come into today's form. The editors' schemas are made anew where the folder holds copies
 * of them.
 *
 * @param targets units or years whose files alone are rewritten; of none, everything is
 */
export function planMigration(files: readonly RawFile[], targets: readonly Target[]): Migration {
  const today = inTodaysForm(files);
  const isWanted = (path: string): boolean =>
    targets.length === 0 || targets.some((target) => belongsTo(path, target));
  return {
    writes: [...today.rewritten, ...(targets.length === 0 ? changedSchemas(files, today.files) : [])].filter(
      ({ path }) => isWanted(path),
    ),
    changes: today.older.filter(({ place }) => isWanted(place.file)),
    obstacles: today.obstacles.filter(({ place }) => isWanted(place.file)),
  };
}

/** The files of a year, or of a unit with all its years. */
function belongsTo(path: string, { slug, year }: Target): boolean {
  if (unitOf(path) !== slug) return false;
  return year === undefined || path.startsWith(`content/units/${slug}/${year}/`);
}

/** Generated files are the same as long as they say the same, however somebody's formatter has laid them out. */
function changedSchemas(files: readonly RawFile[], today: readonly RawFile[]): readonly PlannedFile[] {
  const texts = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  const folders = new Set([...texts.keys()].flatMap((path) => folderOfSchema(path) ?? []));
  if (folders.size === 0) return [];
  const wanted = schemaFiles(today).filter(({ path }) => folders.has(folderOfSchema(path) ?? ''));
  return wanted.flatMap((schema) => {
    const before = texts.get(schema.path);
    return before !== undefined && saysTheSame(before, schema) ? [] : [{ ...schema, before }];
  });
}

function saysTheSame(before: string, { text }: SchemaFile): boolean {
  try {
    return `${JSON.stringify(JSON.parse(before), undefined, 2)}\n` === text;
  } catch {
    return false;
  }
}
