import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { documentsOf } from '../../accounts/year-documents.ts';
import type { SiteSettings } from '../../accounts/schema/site.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { FILES, tableFile, type PublishedFile } from '../../compile/published-files.ts';
import type { AttachedFile } from './attached-file.ts';

/**
 * What the PDF of a booklet brings: its open data, and the files of entries that it was made from, if the site does not keep
 * these to itself.
 *
 * @param folder of the booklet's front page, where the files of data have been written
 */
export async function bookletAttachments(
  booklet: Booklet,
  folder: string,
  { attachSources }: SiteSettings,
): Promise<readonly AttachedFile[]> {
  return [...(await dataOf(booklet, folder)), ...(attachSources ? sourcesOf(booklet) : [])];
}

function dataOf(booklet: Booklet, folder: string): Promise<readonly AttachedFile[]> {
  const { tables } = booklet.render();
  const files: readonly PublishedFile[] = [
    FILES.figures,
    FILES.workbook,
    FILES.dataPackage,
    ...tables.map(tableFile),
  ];
  return Promise.all(
    files.map(async ({ path, mediaType, title }) => ({
      name: basename(path),
      bytes: await readFile(join(folder, path)),
      mediaType,
      title,
      relation: 'Data' as const,
    })),
  );
}

/**
 * The files of one year and the body's own, as they were written, comments included: the very ones in which `check` looks for
 * what must not be published.
 */
function sourcesOf({ source }: Booklet): readonly AttachedFile[] {
  return documentsOf(source.year).map(({ source: { path, text } }) => ({
    name: nameOf(path),
    bytes: new TextEncoder().encode(text),
    mediaType: 'application/yaml',
    title: `源文件 ${path}`,
    relation: 'Source',
  }));
}

/** `accounts.yaml`; a form's name tells its folder, since somebody may call a form `accounts`, too. */
function nameOf(path: string): string {
  return path
    .split('/')
    .slice(path.includes('/performance/') ? -2 : -1)
    .join('-');
}
