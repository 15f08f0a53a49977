import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Fills in what a built page leaves room for of other files, which is known only when these are written.
 *
 * @param rooms matches the start tag of each room; its first group is the tag, its second the file's path, relative to the page
 * @param textOf what stands in the room for a file of this absolute path
 */
export async function fillRooms(
  page: string,
  rooms: RegExp,
  textOf: (file: string) => Promise<string>,
): Promise<void> {
  const html = await readFile(page, 'utf8');
  const paths = new Set([...html.matchAll(rooms)].map(([, , path = '']) => path));
  if (paths.size === 0) return;
  const texts = new Map<string, string>();
  for (const path of paths) texts.set(path, await textOf(join(dirname(page), path)));
  await writeFile(
    page,
    html.replaceAll(rooms, (_, tag: string, path: string) => `${tag}${texts.get(path) ?? ''}`),
  );
}
