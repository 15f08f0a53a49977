import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutput } from '../../src/workspace/output-folder.ts';

let folder: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-output-'));
  out = join(folder, 'dist');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function build(text: string, target = out): void {
  const output = openOutput(target);
  writeFileSync(join(output.path, 'index.html'), text);
  output.commit();
}

const read = (path = join(out, 'index.html')): string => readFileSync(path, 'utf8');

describe('an output folder', () => {
  it('is made, and replaced by the next build, without leaving anything beside it', () => {
    build('one');
    build('two');
    expect(read()).toBe('two');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it.each(['dist', 'public', 'site'])('%s with somebody else’s files is refused and stays', (name) => {
    const foreign = join(folder, name);
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'letter.txt'), 'dear');
    expect(() => openOutput(foreign)).toThrow(/不是本程序生成的文件/);
    expect(read(join(foreign, 'letter.txt'))).toBe('dear');
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('that became somebody else’s while the site was built is not replaced', () => {
    const output = openOutput(out);
    mkdirSync(out);
    writeFileSync(join(out, 'letter.txt'), 'dear');
    expect(() => output.commit()).toThrow(/不是本程序生成的文件/);
    expect(read(join(out, 'letter.txt'))).toBe('dear');
  });

  it('leaves folders alone that only look like leftovers', () => {
    for (const name of ['.dist-old', '.dist-new-abc123', '.dist-old-notes']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'mine.txt'), 'mine');
    }
    build('one');
    build('two');
    expect(readdirSync(folder).sort()).toEqual(['.dist-new-abc123', '.dist-old', '.dist-old-notes', 'dist']);
    expect(read(join(folder, '.dist-old/mine.txt'))).toBe('mine');
  });

  it('that is a file is refused', () => {
    writeFileSync(out, 'a file');
    expect(() => openOutput(out)).toThrow(/不是文件夹/);
    expect(read(out)).toBe('a file');
  });

  it('behind a symbolic link is filled where the link leads', () => {
    mkdirSync(join(folder, 'web'));
    symlinkSync(join(folder, 'web/site'), out);
    build('one');
    build('two');
    expect(read(join(folder, 'web/site/index.html'))).toBe('two');
    expect(readdirSync(join(folder, 'web'))).toEqual(['site']);
  });

  it('is readable for a web server whatever the umask', () => {
    const before = process.umask(0o077);
    try {
      const output = openOutput(out);
      mkdirSync(join(output.path, 'a'));
      writeFileSync(join(output.path, 'a/index.html'), '');
      output.commit();
    } finally {
      process.umask(before);
    }
    const modes = ['', 'a', 'a/index.html'].map((path) => statSync(join(out, path)).mode & 0o777);
    expect(modes).toEqual([0o755, 0o755, 0o644]);
  });
});

describe('an output of which a part is taken over', () => {
  it('is replaced if it is still the one that was there', () => {
    build('one');
    const output = openOutput(out);
    expect(output.old).toBe(out);
    writeFileSync(join(output.path, 'index.html'), `${read()} and two`);
    output.commit(true);
    expect(read()).toBe('one and two');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it.each([
    ['one was', () => build('one')],
    ['none was', () => undefined],
  ])('stays if another one has come where %s', (_, begin) => {
    begin();
    const output = openOutput(out);
    build('another');
    expect(output.isUnchanged()).toBe(false);
    expect(() => output.commit(true)).toThrow(/请再运行一次/);
    output.discard();
    expect(read()).toBe('another');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('stays if another one with the same content has come', () => {
    build('same');
    const output = openOutput(out);
    build('same');
    expect(() => output.commit(true)).toThrow(/请再运行一次/);
    output.discard();
  });

  it('stays after several others, whose files may lie where those of the first lay', () => {
    build('first');
    const output = openOutput(out);
    for (let count = 0; count < 5; count += 1) {
      build('another');
      expect(output.isUnchanged()).toBe(false);
    }
    output.discard();
  });

  it('is nothing where no output is, or an empty folder', () => {
    const none = openOutput(out);
    expect(none.old).toBeUndefined();
    none.discard();
    mkdirSync(out);
    const empty = openOutput(out);
    expect(empty.old).toBeUndefined();
    writeFileSync(join(empty.path, 'index.html'), 'first');
    empty.commit(true);
    expect(read()).toBe('first');
  });
});

describe('builds that are killed or fail', () => {
  const module = JSON.stringify(join(import.meta.dirname, '../../src/workspace/output-folder.ts'));

  const hook = pathToFileURL(join(import.meta.dirname, '../support/kills/dying-file-system.ts')).href;

  /** A build in a process of its own that writes two files and dies before that call of the file system. */
  function build(text: string, dieAt: number): NodeJS.Signals | null {
    const code = `
      const { openOutput } = await import(${module});
      const { writeFileSync } = await import('node:fs');
      const output = openOutput(${JSON.stringify(out)});
      for (const name of ['index.html', 'data.csv']) writeFileSync(output.path + '/' + name, ${JSON.stringify(text)});
      output.commit();`;
    const env = { ...process.env, DIE_BESIDE: folder, DIE_AT: String(dieAt) };
    const words = ['--import', hook, '--input-type=module', '--eval', code];
    return spawnSync(process.execPath, words, { env }).signal;
  }

  /** What of an output stands, or lies where the next build brings it back from. */
  const standing = (): ReadonlySet<string> => {
    const left = readdirSync(folder).filter((name) => name !== 'dist');
    expect(left.length).toBeLessThanOrEqual(1);
    const place =
      [out, ...left.map((name) => join(folder, name, 'old'))].find((path) => existsSync(path)) ?? '';
    return new Set(['index.html', 'data.csv'].map((name) => read(join(place, name))));
  };

  it('at any call of the file system leave one whole output, and one folder beside it at most', () => {
    expect(build('0', 0)).toBe(null);
    let stands = '0';
    let dieAt = 1;
    for (; build(String(dieAt), dieAt) === 'SIGKILL'; dieAt += 1) {
      const [found = '', ...others] = standing();
      expect(others).toEqual([]);
      expect([stands, String(dieAt)]).toContain(found);
      stands = found;
    }
    // Folder and files, modes and mark, two renames, the removal of what was before, each with what the last kill left.
    expect(dieAt).toBeGreaterThan(15);
    expect(readdirSync(folder)).toEqual(['dist']);
    expect(read()).toBe(String(dieAt));
  });

  it('in the swap leave an output that the next build brings back before it does anything else', () => {
    build('old', 0);
    const between = Array.from({ length: 40 }, (_, index) => index + 1).find((call) => {
      build('new', call);
      return !existsSync(out);
    });
    expect(between).toBeDefined();
    openOutput(out).discard();
    expect(read()).toBe('old');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('in which the new output cannot be put in its place keep the old one, and leave nothing', () => {
    build('old', 0);
    const code = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { renameSync } = fs;
      let renamed = 0;
      fs.renameSync = (...paths) => {
        renamed += 1;
        if (renamed === 2) throw Object.assign(new Error('disk'), { code: 'EIO' });
        renameSync(...paths);
      };
      syncBuiltinESMExports();
      const { openOutput } = await import(${module});
      const output = openOutput(${JSON.stringify(out)});
      try {
        output.commit();
      } catch (error) {
        console.log(error.code);
        output.discard();
      }`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe('EIO');
    expect(read()).toBe('old');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('of which another one takes the output away at once leave nothing', () => {
    build('old', 0);
    const code = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { renameSync } = fs;
      let renamed = 0;
      fs.renameSync = (from, to) => {
        renameSync(from, to);
        renamed += 1;
        if (renamed === 2) renameSync(to, to + '-taken');
      };
      syncBuiltinESMExports();
      const { openOutput } = await import(${module});
      openOutput(${JSON.stringify(out)}).commit();`;
    expect(spawnSync(process.execPath, ['--input-type=module', '--eval', code]).status).toBe(0);
    expect(readdirSync(folder)).toEqual(['dist-taken']);
  });

  it('at once with others never mix: the output is that of one of them, whole', async () => {
    const script = `
      const { openOutput } = await import(${module});
      const { writeFileSync } = await import('node:fs');
      const mark = process.argv[1];
      for (let i = 0; i < 20; i += 1) {
        const output = openOutput(${JSON.stringify(out)});
        for (const name of ['a', 'b', 'c']) writeFileSync(output.path + '/' + name, mark + i);
        output.commit();
      }`;
    const builds = ['x', 'y', 'z'].map((mark) =>
      spawn(process.execPath, ['--input-type=module', '--eval', script, mark], { stdio: 'inherit' }),
    );
    const codes = await Promise.all(builds.map(async (one) => (await once(one, 'exit'))[0] as number));
    expect(codes).toEqual([0, 0, 0]);
    const marks = ['a', 'b', 'c'].map((name) => read(join(out, name)));
    expect(new Set(marks).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['dist']);
  });
});

it('a build of which another process still lives is left alone', async () => {
  const module = JSON.stringify(join(import.meta.dirname, '../../src/workspace/output-folder.ts'));
  const code = `
    const { openOutput } = await import(${module});
    console.log(openOutput(${JSON.stringify(out)}).path);
    setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '--eval', code]);
  const [path] = (await once(other.stdout, 'data')) as [Buffer];
  build('one');
  expect(existsSync(path.toString().trim())).toBe(true);
  other.kill('SIGKILL');
  await once(other, 'exit');
  build('two');
  expect(existsSync(path.toString().trim())).toBe(false);
});
