import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CachedBuilds } from '../../support/cached-builds.ts';
import { differences, treeOf } from '../../support/folder-tree.ts';
import { serveFolder, type ServedFolder } from '../../support/static-server.ts';

let builds: CachedBuilds;
/** What was built without anything from elsewhere. */
let fresh: ReadonlyMap<string, Buffer>;
let served: ServedFolder;

const own = (): string => join(builds.root, 'own');
const build = (from: string, ...words: readonly string[]) =>
  builds.build('--cache', own(), '--cache-from', from, ...words);
const built = (): ReadonlyMap<string, Buffer> => treeOf(join(builds.root, 'dist'));

beforeAll(async () => {
  builds = new CachedBuilds();
  expect(await builds.build()).toMatchObject({ status: 0 });
  fresh = built();
  served = await serveFolder(builds.cache, '/mingbai/');
});

beforeEach(() => rmSync(own(), { recursive: true, force: true }));

afterAll(async () => {
  await served.close();
  builds.remove();
});

describe('a build that takes from a cache elsewhere', () => {
  it('makes nothing that is known there, keeps it, and writes what one without writes', async () => {
    const first = await build(served.url);
    expect([first.status, CachedBuilds.cachedIn(first)]).toEqual([0, 2]);
    expect(differences(fresh, built())).toEqual([]);
    const again = await builds.build('--cache', own());
    expect(CachedBuilds.cachedIn(again)).toBe(2);
  });

  it('does so in several processes, too', async () => {
    const outcome = await build(served.url, '--jobs', '2');
    expect([outcome.status, CachedBuilds.cachedIn(outcome)]).toEqual([0, 2]);
    expect(differences(fresh, built())).toEqual([]);
  });

  it('makes everything where nobody answers, and says so', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    const outcome = await build(`http://127.0.0.1:${port}/`);
    expect([outcome.status, CachedBuilds.cachedIn(outcome)]).toEqual([0, 0]);
    expect(outcome.stderr).toContain('从 --cache-from 的网址取不到缓存（ECONNREFUSED）');
    expect(differences(fresh, built())).toEqual([]);
  });

  it('makes everything where each answer is a page that asks to log in', async () => {
    const server = createServer((_, response) => response.end('<!doctype html>请登录')).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const outcome = await build(`http://127.0.0.1:${port}/`);
    server.closeAllConnections();
    server.close();
    expect([outcome.status, CachedBuilds.cachedIn(outcome)]).toEqual([0, 0]);
    expect(differences(fresh, built())).toEqual([]);
  });

  it.each(['ftp://example.org/', 'file:///tmp', '缓存'])('%s is no address to take it from', async (from) => {
    expect(await build(from)).toMatchObject({ status: 2 });
  });

  it('needs a place for what it takes', async () => {
    mkdirSync(own());
    expect(await build(served.url, '--no-cache')).toMatchObject({ status: 2 });
  });
});
