import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveSite } from '../support/served-site.ts';
import type { ServedFolder } from '../support/static-server.ts';

let site: ServedFolder;

beforeAll(async () => {
  site = await serveSite('/公开/');
});

afterAll(() => site.close());

it('the site leads from its front page to a booklet below any path', async () => {
  const home = await (await fetch(site.url)).text();
  const address = /href="([^"]*changji-sme\/2023\/index\.html)"/.exec(home)?.[1] ?? '';
  const booklet = await fetch(new URL(address, site.url));
  expect(booklet.status).toBe(200);
  expect(await booklet.text()).toContain('昌吉回族自治州中小企业发展局');
  expect((await fetch(new URL('/changji-sme/2023/index.html', site.url))).status).toBe(404);
});
