import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Booklet } from '../../compile/booklet.ts';
import { FILES, tableFile, type PublishedFile } from '../../compile/published-files.ts';
import type { AttachedFile } from './attached-file.ts';

/**
 * The open data of a booklet, as its PDF brings it.
 *
 * @param folder of the booklet's front page, where the files have been written
 */
export function bookletAttachments(booklet: Booklet, folder: string): Promise<readonly AttachedFile[]> {
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
