import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutput, OutputChanged } from '../../src/workspace/output-folder.ts';
import { treeOf } from '../support/folder-tree.ts';

const MODULE = JSON.stringify(join(import.meta.dirname, '../../src/workspace/output-folder.ts'));
const HOOK = pathToFileURL(join(import.meta.dirname, '../support/kills/dying-file-system.ts')).href;

const BEFORE = {
  'a/2023/index.html': 'a',
  'b/2023/index.html': 'b',
  'b/index.html': 'old',
  'index.html': 'old',
};
const AFTER = {
  'a/2023/index.html': 'a',
  'b/2023/index.html': 'b',
  'b/index.html': 'new',
  'index.html': 'new',
};
const TAKEN = ['a/2023', 'b/2023'];

let folder: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-taken-'));
  out = join(folder, 'dist');
  const output = openOutput(out);
  write(output.path, BEFORE);
  output.commit();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** All files of the output but its mark. */
function standing(): Readonly<Record<string, string>> {
  const files = [...treeOf(out)].filter(([path]) => !path.startsWith('.'));
  return Object.fromEntries(files.map(([path, bytes]) => [path, bytes.toString()]));
}

/**
 * A build in a process of its own that makes the pages over both units and takes the booklets of the old output.
 *
 * @param dieAt the call of the file system before which it is killed; none if it is 0
 * @param before what it does first
 */
function build(dieAt: number, before = ''): NodeJS.Signals | null {
  const code = `
    ${before}
    const { openOutput } = await import(${MODULE});
    const { mkdirSync, writeFileSync } = await import('node:fs');
    const output = openOutput(${JSON.stringify(out)});
    mkdirSync(output.path + '/b');
    for (const name of ['index.html', 'b/index.html']) writeFileSync(output.path + '/' + name, 'new');
    try {
      output.commit(false, ${JSON.stringify(TAKEN)});
    } catch {
      output.discard();
    }`;
  const env = { ...process.env, DIE_BESIDE: folder, DIE_AT: String(dieAt) };
  return spawnSync(process.execPath, ['--import', HOOK, '--input-type=module', '--eval', code], { env })
    .signal;
}

describe('folders that a build takes from the output that it replaces', () => {
  it('stand in the new one as they were, and nothing else of the old one does', () => {
    build(0);
    expect(standing()).toEqual(AFTER);
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('stay where they are if another output has come meanwhile', () => {
    const output = openOutput(out);
    const other = openOutput(out);
    write(other.path, { 'a/2023/index.html': 'another' });
    other.commit();
    expect(() => output.commit(false, TAKEN)).toThrow(OutputChanged);
    output.discard();
    expect(standing()).toEqual({ 'a/2023/index.html': 'another' });
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('that are no longer there leave the old output as it is', () => {
    rmSync(join(out, 'b/2023'), { recursive: true });
    const output = openOutput(out);
    expect(() => output.commit(false, TAKEN)).toThrow('ENOENT');
    output.discard();
    expect(standing()).toEqual({ 'index.html': 'old', 'a/2023/index.html': 'a', 'b/index.html': 'old' });
  });

  it('are in a whole output, the old or the new one, whenever the build is killed', () => {
    const found = new Set<string>();
    for (let dieAt = 1; build(dieAt) === 'SIGKILL'; dieAt += 1) {
      // The next build puts right what this one has left, before it does anything else.
      openOutput(out).discard();
      found.add(JSON.stringify(standing()));
      expect(readdirSync(folder)).toEqual(['dist']);
      const output = openOutput(out);
      write(output.path, BEFORE);
      output.commit();
    }
    expect(found).toEqual(new Set([BEFORE, AFTER].map((files) => JSON.stringify(files))));
  });

  it('are given back if the new output cannot be put in its place', () => {
    const failing = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { renameSync } = fs;
      fs.renameSync = (from, to) => {
        if (to === ${JSON.stringify(out)} && from.endsWith('new')) throw Object.assign(new Error('disk'), { code: 'EIO' });
        renameSync(from, to);
      };
      syncBuiltinESMExports();`;
    build(0, failing);
    expect(standing()).toEqual(BEFORE);
    expect(readdirSync(folder)).toEqual(['dist']);
  });
});
