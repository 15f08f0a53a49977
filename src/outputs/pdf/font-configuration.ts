import { createHash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { escapeXml } from '../escape-xml.ts';
import { fontFiles, isPacked } from './fonts.ts';
import { ensurePrivateFolder } from '../../workspace/private-folder.ts';
import { temporaryFolder } from '../../workspace/temporary-folder.ts';

/** Whether the browser takes its system fonts from a configuration of ours (fontconfig: Linux). */
export const usesFontConfiguration = process.platform === 'linux';

/**
 * Writes a fontconfig file that knows the booklet's fonts and no others, but for those that only a page can
 * load, and returns its path.
 *
 * With it a PDF does not depend on what the machine has installed: no character can come from a
 * stray font. (Chromium cannot show web fonts either on a machine without any system font.)
 */
export function writeFontConfiguration(): string {
  const folder = ensurePrivateFolder('fontconfig');
  const installable = fontFiles.filter((font) => !isPacked(font));
  const folders = [...new Set(installable.map(({ path }) => dirname(path)))];
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((path) => `<dir>${escapeXml(path)}</dir>`),
    `<cachedir>${escapeXml(join(folder, 'cache'))}</cachedir>`,
    '</fontconfig>',
  ];
  const text = lines.join('\n');
  const path = join(folder, `fonts-${createHash('sha256').update(text).digest('hex')}.conf`);
  // Renamed into place: a browser that another build starts at this moment reads a whole file.
  const unfinished = temporaryFolder();
  writeFileSync(join(unfinished, 'fonts.conf'), text);
  renameSync(join(unfinished, 'fonts.conf'), path);
  rmSync(unfinished, { recursive: true });
  return path;
}
