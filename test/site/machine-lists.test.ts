import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtSite } from '../support/served-site.ts';

let read: (path: string) => string;

beforeAll(async () => {
  const folder = await builtSite();
  read = (path) => readFileSync(join(folder, path), 'utf8');
});

describe('lists for machines', () => {
  it('name every booklet by its full address', () => {
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(
      read('changji-sme/2023/index.html'),
    );
    const data = JSON.parse(json?.[1] ?? '') as {
      '@type': string;
      distribution: readonly { contentUrl: string }[];
    };
    expect(read('sitemap.xml')).toContain(
      '<loc>https://juesuan.example/changji-sme/2023/explanations/</loc>',
    );
    expect(read('feed.xml')).toContain('<link>https://juesuan.example/changji-sme/2023/</link>');
    expect(data['@type']).toBe('Dataset');
    expect(data.distribution.map(({ contentUrl }) => contentUrl)).toContain(
      'https://juesuan.example/changji-sme/2023/figures.json',
    );
  });

  it('say where the feed itself is found', () => {
    expect(read('feed.xml')).toContain('<atom:link href="https://juesuan.example/feed.xml" rel="self"');
  });
});

it('a figure of neither code nor form has the same id and label every year', () => {
  const [first, ...others] = [2021, 2022, 2023].map((year) => {
    const { figures } = JSON.parse(read(`demo-bureau/${year}/figures.json`)) as {
      figures: readonly { id: string; label: string }[];
    };
    const lasting = figures.filter(({ id }) => !/\d|^绩效\.|\.(上年|增减额|增减率)$/.test(id));
    return lasting.map(({ id, label }) => `${id} ${label}`).sort();
  });
  expect(first?.length).toBeGreaterThan(100);
  for (const other of others) expect(other).toEqual(first);
});
