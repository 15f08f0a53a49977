import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemRefusal } from '../../src/workspace/system-refusal.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-refusal-'));
  writeFileSync(join(folder, 'file'), '');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the system itself throws. */
function thrownBy(action: () => void): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('what the file system refuses is a sentence that says what to do', () => {
  it.each([
    ['a full disk', () => writeFileSync('/dev/full', 'x'), /磁盘已满；请腾出空间.*ENOSPC/],
    ['a path through a file', () => writeFileSync(join(folder, 'file/below'), ''), /不是文件夹.*ENOTDIR/],
    ['a folder where a file is', () => mkdirSync(join(folder, 'file')), /已有同名的文件.*EEXIST/],
    ['a file where a folder is', () => writeFileSync(folder, ''), /那里是文件夹.*EISDIR/],
    ['a name without end', () => writeFileSync(join(folder, 'x'.repeat(300)), ''), /路径太长.*ENAMETOOLONG/],
  ])('%s', (_, action, sentence) => {
    const error = thrownBy(action);
    expect(systemRefusal(error)?.message).toMatch(sentence);
    expect(systemRefusal(new Error('a library failed', { cause: error }))?.message).toMatch(sentence);
  });
});

it('what the bundler tells in words is such a sentence, too', () => {
  const told =
    'Something went wrong.\nFailed to write file in /tmp/a b/page.mjs\n\nCaused by:\n    No space (os error 28)';
  expect(systemRefusal(new Error(told))?.message).toMatch(
    /^不能读写 \/tmp\/a b\/page\.mjs：磁盘已满.*ENOSPC/u,
  );
  expect(systemRefusal(new Error(told.replace('28', '2')))).toBeUndefined();
});

it('a fault of the program is not disguised', () => {
  expect(systemRefusal(new TypeError('x is not a function'))).toBeUndefined();
  expect(systemRefusal(thrownBy(() => writeFileSync(join(folder, 'nowhere/file'), '')))).toBeUndefined();
});

it('a port that only the system may open is told from a folder', () => {
  const error = Object.assign(new Error('listen EACCES'), { code: 'EACCES', syscall: 'listen', port: 80 });
  expect(systemRefusal(error)?.message).toMatch(/^没有权限使用这个端口；请用 --port/u);
});
