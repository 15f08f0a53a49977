import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../../workspace/files-below.ts';
import type { ChartPainter } from './chart-png.ts';

/** Puts a PNG beside each SVG file of a booklet: what presentations and chat programs take. */
export async function writePictures(painter: ChartPainter, folder: string): Promise<void> {
  for (const name of await filesBelow(folder)) {
    if (!name.endsWith('.svg')) continue;
    const file = join(folder, name);
    await writeFile(file.replace(/\.svg$/, '.png'), await painter.paint(await readFile(file, 'utf8')));
  }
}
