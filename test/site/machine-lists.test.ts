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
});
