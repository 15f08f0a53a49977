import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NODE_FLAGS } from '../../scripts/node-flags.js';
import { ROOT } from '../support/project.ts';

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mingbai-verapdf-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function writeFiles(path: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(path, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text, { mode: 0o755 });
}

/** @param programs shell scripts by the names under which alone programs are found */
function judge(programs: Readonly<Record<string, string>>): {
  readonly status: number | null;
  readonly stdout: string;
} {
  writeFiles(join(folder, 'bin'), programs);
  const words = [...NODE_FLAGS, join(ROOT, 'scripts/verapdf.ts'), join(folder, 'site')];
  const { status, stdout } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { PATH: join(folder, 'bin') },
  });
  return { status, stdout };
}

const SHELL = '#!/bin/sh\n';
const MAVEN = `${SHELL}for word; do case $word in -Dmdep.outputFile=*) echo x.jar > "\${word#*=}";; esac; done\n`;

describe('npm run verapdf', () => {
  it('says that nothing was judged where there is no Java, no Maven or no network, and lets the run go on', () => {
    writeFiles(join(folder, 'site/body/2023'), { 'booklet.pdf': '' });
    for (const programs of [{}, { java: `${SHELL}exit 0`, mvn: `${SHELL}exit 1` }]) {
      const { status, stdout } = judge(programs);
      expect(stdout).toContain('1 PDFs were not judged');
      expect(status).toBe(0);
    }
  });

  it('names the files that do not hold, with the clauses, and fails', () => {
    writeFiles(join(folder, 'site/body/2023/parts'), { 'overview.pdf': '' });
    writeFiles(join(folder, 'site/body/2023'), { 'booklet.pdf': '' });
    const [whole, part] = ['booklet.pdf', 'parts/overview.pdf'].map((name) =>
      join(folder, 'site/body/2023', name),
    );
    const java = `${SHELL}[ "$1" = -version ] && exit 0
case " $* " in *" 3a "*) echo "PASS ${whole} 3a";; *) echo "FAIL ${whole} ua1"; echo "  FAIL 7.3-1"; echo "  FAIL 5-1";; esac
echo "PASS ${part} ua1"\n`;
    const { status, stdout } = judge({ java, mvn: MAVEN });
    expect(stdout).toContain('veraPDF 3a: 2 of 2 PDFs hold');
    expect(stdout).toContain(`veraPDF ua1: 1 of 2 PDFs hold\n  ${whole} breaks 7.3-1, 5-1\n`);
    expect(status).toBe(1);
  });

  it('fails where veraPDF has no verdict, and where there is no PDF', () => {
    mkdirSync(join(folder, 'site'));
    expect(judge({}).status).toBe(1);
    writeFiles(join(folder, 'site'), { 'booklet.pdf': '' });
    expect(judge({ java: `${SHELL}exit 0`, mvn: MAVEN }).status).toBe(1);
  });
});
