import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FILES } from '../../compile/published-files.ts';
import { factsOf, type UnitFacts, type UnitSummary } from '../../summary/unit-summary.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { FileWriter } from '../file-writer.ts';
import type { BookletRecord } from './booklet-record.ts';

/** Where an output keeps the records of its booklets: no page leads there. */
const FOLDER = '.mingbai-booklets';
/** Raised whenever a record no longer says what it said, or says it in another form. */
const FORMAT = 5;
const UNIT = 'unit.json';
const YEAR = /^(\d{4})\.json$/;

/** What an output shows of booklets: units in no order, booklets oldest first. */
export interface Published {
  readonly units: readonly UnitSummary[];
  readonly records: readonly BookletRecord[];
}

export const NOTHING_PUBLISHED: Published = { units: [], records: [] };

/** The folder with a unit's records, from the root of the site. */
export function recordsFolder(slug: string): string {
  return `${FOLDER}/${slug}`;
}

/** The files of a unit's records, from the root of the site. */
export function recordFiles(slug: string, records: readonly BookletRecord[]): readonly string[] {
  const names = [UNIT, ...records.map(({ summary }) => `${summary.year}.json`)];
  return names.map((name) => `${recordsFolder(slug)}/${name}`);
}

/**
 * Writes down what an output shows of all its booklets; the same booklets give the same bytes.
 *
 * @param written names of units of which it is written down already
 */
export function writeRecords(
  { units, records }: Published,
  siteRoot: string,
  written: ReadonlySet<string> = new Set(),
): void {
  const files = new FileWriter(join(siteRoot, FOLDER));
  const write = (slug: string, name: string, content: object): void => {
    if (!written.has(slug)) files.write(join(slug, name), JSON.stringify({ format: FORMAT, ...content }));
  };
  for (const unit of units) write(unit.slug, UNIT, factsOf(unit));
  for (const record of records) write(record.summary.slug, `${record.summary.year}.json`, record);
}

/**
 * Reads what an output shows of its booklets. Booklets whose pages somebody has taken out of it are none of them any more.
 *
 * @throws Refusal if the output has no records that this version of the program can read
 */
export async function readRecords(siteRoot: string): Promise<Published> {
  const folder = join(siteRoot, FOLDER);
  if (!existsSync(folder)) return refuse(siteRoot);
  const published: Published[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) published.push(await readUnit(siteRoot, entry.name));
  return {
    units: published.flatMap(({ units }) => units),
    records: published.flatMap(({ records }) => records),
  };
}

async function readUnit(siteRoot: string, slug: string): Promise<Published> {
  const read = <T>(name: string) => readRecord<T>(siteRoot, join(slug, name));
  const isShown = (name: string): boolean => {
    const year = YEAR.exec(name)?.[1];
    return year !== undefined && existsSync(join(siteRoot, slug, year));
  };
  const shown = (await readdir(join(siteRoot, FOLDER, slug))).filter(isShown).sort();
  if (shown.length === 0) return NOTHING_PUBLISHED;
  const records = await Promise.all(
    shown.map(async (name) => withPdfs(siteRoot, await read<BookletRecord>(name))),
  );
  const unit = factsOf(await read<UnitFacts>(UNIT));
  return { units: [{ ...unit, booklets: records.map(({ summary }) => summary) }], records };
}

/** Somebody may have taken PDFs out of the output; nothing must lead to them then. */
function withPdfs(siteRoot: string, record: BookletRecord): BookletRecord {
  const { slug, year } = record.summary;
  const isThere = (path: string): boolean => existsSync(join(siteRoot, slug, String(year), path));
  const files = record.files.filter(
    ({ path, mediaType }) => mediaType !== FILES.pdf.mediaType || isThere(path),
  );
  return { ...record, files, summary: { ...record.summary, pdf: isThere(FILES.pdf.path) } };
}

async function readRecord<T>(siteRoot: string, path: string): Promise<T> {
  const text = await readFile(join(siteRoot, FOLDER, path), 'utf8');
  const { format, ...content } = parse(text) ?? refuse(siteRoot);
  return format === FORMAT ? (content as T) : refuse(siteRoot);
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null ? { ...content } : undefined;
  } catch {
    return undefined;
  }
}

function refuse(siteRoot: string): never {
  throw new Refusal(
    `${siteRoot} 里的网站没有这个版本的程序能用的记录（由别的版本生成，或记录被改动），不能只生成一部分、保留其余；请先不写单位，运行 mingbai build 全部生成一次`,
  );
}
