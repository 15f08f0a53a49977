import { z } from 'zod';
import type { GivenFile, Refused } from '../given-file.ts';
import { isArchive } from '../workbook/container.ts';
import { unpack, type Unpacked } from '../workbook/unpacked.ts';

const FIGURE = z.object({
  id: z.string(),
  unit: z.string(),
  value: z.string().nullable(),
  tolerance: z.string().optional(),
  origin: z.object({ kind: z.string() }),
  approved: z.object({}).optional(),
});

const FIGURES = z.object({ unit: z.string(), year: z.number(), figures: z.array(FIGURE) });

/** A figure as a Data Package of this program has it: money in 万元, exact unless it says how far it was rounded. */
export type PackagedFigure = z.infer<typeof FIGURE>;

/** All figures of a booklet, as its Data Package has them in figures.json. */
export interface PackagedFigures extends z.infer<typeof FIGURES> {
  readonly file: string;
}

const FIGURES_FILE = 'figures.json';
const PACKAGE_FILE = 'datapackage.json';

/**
 * Opens the figures of a Data Package of this program: its file of figures, or the archive in which it was packed;
 * undefined for another file.
 */
export function openPackage({ name, bytes }: GivenFile): PackagedFigures | Refused | undefined {
  if (/\.json$/iu.test(name)) return figuresIn(name, bytes);
  const archive = packed(bytes);
  if (archive === undefined) return undefined;
  const folders = archive.flatMap((entry) => (isCalled(entry, PACKAGE_FILE) ? [folderOf(entry)] : []));
  const [folder, ...others] = folders;
  if (folder === undefined) return undefined;
  if (others.length > 0)
    return { file: name, refused: `压缩包里有 ${folders.length} 份公开的数据；请一次只给一个单位一年的` };
  const figures = archive.find((entry) => entry.name === folder + FIGURES_FILE);
  return figuresIn(name, figures?.bytes ?? new Uint8Array());
}

function figuresIn(file: string, bytes: Uint8Array): PackagedFigures | Refused {
  const read = FIGURES.safeParse(jsonOf(bytes));
  if (read.success) return { file, ...read.data };
  const refused =
    '不是明白账发布的数据；请给 datapackage.json，它旁边要有同时发布的 figures.json，或改给 booklet.xlsx';
  return { file, refused };
}

/** What an archive holds that may hold a Data Package; one that cannot be unpacked is refused with workbooks. */
function packed(bytes: Uint8Array): readonly Unpacked[] | undefined {
  if (!isArchive(bytes)) return undefined;
  // Workbooks are archives, too: what they hold is of no interest here.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(PACKAGE_FILE)) return undefined;
  const entries = unpack(bytes);
  return typeof entries === 'string' ? undefined : entries;
}

function isCalled({ name }: Unpacked, file: string): boolean {
  return name === file || name.endsWith(`/${file}`);
}

function folderOf({ name }: Unpacked): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
