import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes files below a folder, at once: of files by the hundred thousand, waiting for each costs more than writing it. */
export class FileWriter {
  private readonly root: string;
  private readonly folders = new Set<string>();

  /** @param root absolute path of the folder; while files are written into it, nobody removes folders */
  constructor(root: string) {
    this.root = root;
  }

  /** Writes a file, and the folders in which it lies. */
  write(path: string, content: string | Uint8Array): void {
    const file = join(this.root, path);
    const folder = dirname(file);
    if (!this.folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.folders.add(folder);
    writeFileSync(file, content);
  }
}
