import { readFileSync } from 'node:fs';
import { fontFiles } from '../../src/outputs/pdf/fonts.ts';

/** What of a shipped font is written anew. */
export interface FontChanges {
  /** Bits of `OS/2`, which say who may embed it. */
  readonly fsType?: number;
  /** Its PostScript name, of as many letters as it has; elsewhere it is left. */
  readonly postScriptName?: string;
}

/** A font file: the smallest of the program's, or that of a PostScript name, with some of its bytes changed. */
export function fontWith({ fsType, postScriptName }: FontChanges, from = 'NotoSansSymbols2-Regular'): Buffer {
  const file = fontFiles.find((one) => one.postScriptName === from);
  if (file === undefined) throw new Error(`no font ${from}`);
  const bytes = readFileSync(file.path);
  if (fsType !== undefined) bytes.writeUInt16BE(fsType, tableAt(bytes, 'OS/2') + 8);
  if (postScriptName === undefined) return bytes;
  if (postScriptName.length !== from.length) throw new Error('a name of another length');
  const old = Buffer.from(from, 'utf16le').swap16();
  bytes.set(Buffer.from(postScriptName, 'utf16le').swap16(), bytes.indexOf(old, tableAt(bytes, 'name')));
  return bytes;
}

/** Where a table of a font begins. */
export function tableAt(bytes: Buffer, tag: string): number {
  const record = bytes.indexOf(tag, 12, 'latin1');
  return bytes.readUInt32BE(record + 8);
}
