import { z } from 'zod';
import type { GivenFile, Refused } from '../given-file.ts';

const FIGURE = z.object({
  id: z.string(),
  unit: z.string(),
  value: z.string().nullable(),
  origin: z.object({ kind: z.string() }),
  approved: z.object({}).optional(),
});

const FIGURES = z.object({ unit: z.string(), year: z.number(), figures: z.array(FIGURE) });

/** A figure as a Data Package of this program has it: money in 万元, exact. */
export type PackagedFigure = z.infer<typeof FIGURE>;

/** All figures of a booklet, as its Data Package has them in figures.json. */
export interface PackagedFigures extends z.infer<typeof FIGURES> {
  readonly file: string;
}

/** Opens the figures of a Data Package of this program; undefined for another file. */
export function openPackage({ name, bytes }: GivenFile): PackagedFigures | Refused | undefined {
  if (!/\.json$/iu.test(name)) return undefined;
  const read = FIGURES.safeParse(jsonOf(bytes));
  if (read.success) return { file: name, ...read.data };
  const refused =
    '不是明白账发布的数据；请给 datapackage.json，它旁边要有同时发布的 figures.json，或改给 booklet.xlsx';
  return { file: name, refused };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
