import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchWords } from '../../accounts/schema/search-words.ts';
import type { FontTerms } from '../../accounts/fonts/own-fonts.ts';
import type { SiteSettings } from '../../accounts/schema/site.ts';
import type { GivenName } from '../../compile/given-names.ts';
import { programDigest, programVersion } from '../../workspace/program.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { printingMark } from '../pdf/printing-mark.ts';
import type { Shard } from './shard.ts';

/** Where a part of a site says what it is a part of. */
const FILE = '.mingbai-part.json';

/** What a part of a site says of itself beside the records of its booklets. */
export interface Part {
  readonly program: string;
  readonly version: string;
  /** Sums up all that the whole site is made of. */
  readonly inputs: string;
  readonly shard: Shard;
  /** Whether its booklets have PDFs. */
  readonly pdf: boolean;
  /** By what these were printed: see `printingMark`. */
  readonly printing: string;
  readonly settings: SiteSettings;
  readonly searchWords: SearchWords;
  /** What goes with the body's own fonts. */
  readonly fonts: readonly FontTerms[];
  readonly booklets: number;
  /** Names that are still to be held against those of other parts. */
  readonly names: readonly GivenName[];
}

/** A part in its folder. */
export interface PlacedPart extends Part {
  /** Absolute path. */
  readonly folder: string;
}

/** What is known of a part by the build that makes it. */
export type NewPart = Omit<Part, 'program' | 'version' | 'inputs' | 'printing'>;

/**
 * Writes down what a folder is a part of.
 *
 * @param keys of all units of the whole site: see `unitKeys`
 */
export async function writePart(
  part: NewPart,
  keys: ReadonlyMap<string, string>,
  folder: string,
): Promise<void> {
  const { settings, searchWords, fonts } = part;
  const inputs = hash('sha256', JSON.stringify([[...keys].sort(), settings, searchWords, fonts]));
  const printing = part.pdf ? printingMark() : '';
  const whole: Part = { program: programDigest(), version: programVersion(), inputs, printing, ...part };
  await writeFile(join(folder, FILE), JSON.stringify(whole));
}

/**
 * Reads what a folder is a part of.
 *
 * @throws Refusal if it is none
 */
export async function readPart(folder: string): Promise<PlacedPart> {
  try {
    const part = JSON.parse(await readFile(join(folder, FILE), 'utf8')) as Part;
    return { ...part, folder };
  } catch {
    throw new Refusal(
      `${folder} 不是网站的一部分（里面没有可读的 ${FILE}）；请写出各次 mingbai build --shard 的 --out 文件夹，并把它们完整地复制过来`,
    );
  }
}

/**
 * The parts of one site, all of them, in any order.
 *
 * @throws Refusal if one is missing or there twice, or if they are not of one input and one version of the program
 */
export function mustFit(parts: readonly PlacedPart[]): readonly [PlacedPart, ...PlacedPart[]] {
  const [first] = parts;
  if (first === undefined) throw new Refusal('没有写出要合并的文件夹');
  const { count } = first.shard;
  for (const part of parts) mustBeAlike(first, part);
  const byIndex = Map.groupBy(parts, ({ shard }) => shard.index);
  for (const [index, same] of byIndex)
    if (same.length > 1)
      throw new Refusal(
        `第 ${index}/${count} 份有 ${same.length} 个：${same.map(({ folder }) => folder).join('、')}；请只写一个`,
      );
  const lost = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !byIndex.has(index));
  if (lost.length > 0)
    throw new Refusal(
      `缺少第 ${lost.join('、')} 份（共 ${count} 份）；请用 mingbai build --shard ${lost[0]}/${count} 补上，再合并`,
    );
  return [first, ...parts.slice(1)];
}

/** What two parts of one site have alike, and what it means if they have not. */
const ALIKE: readonly (readonly [what: (part: Part) => unknown, difference: string])[] = [
  [({ program }) => program, '由不同版本的程序（或不同版本的 Node）生成'],
  [({ inputs }) => inputs, '由不同的账目、模板或设置生成'],
  [({ shard }) => shard.count, '分成的份数不同'],
  [({ pdf }) => pdf, '一份有 PDF，一份没有'],
  [({ printing }) => printing, 'PDF 由不同的浏览器打印，或者 SOURCE_DATE_EPOCH 不同'],
];

function mustBeAlike(one: PlacedPart, other: PlacedPart): void {
  const difference = ALIKE.find(([what]) => what(one) !== what(other))?.[1];
  if (difference !== undefined)
    throw new Refusal(
      `${one.folder} 和 ${other.folder} 不是同一个网站的两部分：${difference}；请用同一份输入、同一个程序重新生成`,
    );
}
