import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteSchema, type SiteSettings } from '../../../src/accounts/schema/site.ts';
import { checkSite } from '../../../src/compile/check-site.ts';
import { compileSite } from '../../../src/compile/compile-site.ts';
import type { Booklet } from '../../../src/compile/booklet.ts';
import { writeData } from '../../../src/outputs/data/write-data.ts';
import type { AttachedFile } from '../../../src/outputs/pdf/attached-file.ts';
import { bookletAttachments } from '../../../src/outputs/pdf/booklet-attachments.ts';
import type { RawFile } from '../../../src/source/source-file.ts';
import { realFiles, textOf, withBytes } from '../../support/project.ts';

let folder: string;
let files: readonly RawFile[];
let booklet: Booklet;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingbai-test-attachments-'));
  files = await realFiles('demo-bureau');
  const found = compileSite(files).units[0]?.booklets.find(({ year }) => year === 2023);
  if (found === undefined) throw new Error('no booklet');
  booklet = found;
  await writeData(booklet, folder, siteSchema.parse({}));
});

afterAll(() => rm(folder, { recursive: true }));

const attachments = (settings: SiteSettings): Promise<readonly AttachedFile[]> =>
  bookletAttachments(booklet, folder, settings);
const pathOf = ({ title }: AttachedFile): string => title.replace('源文件 ', '');

describe('what a PDF brings', () => {
  it('has the booklet’s own files of entries as they were written, and no others', async () => {
    const sources = (await attachments(siteSchema.parse({}))).filter(({ relation }) => relation === 'Source');
    const own = files
      .map(({ path }) => path)
      .filter((path) => /^content\/units\/demo-bureau\/(?:unit\.yaml$|2023\/)/u.test(path));
    expect(sources.map(pathOf).toSorted()).toEqual(own.toSorted());
    for (const source of sources)
      expect(new TextDecoder().decode(source.bytes)).toBe(textOf(files, pathOf(source)));
    expect(sources.map(({ name }) => name)).toContain('performance-project-1.yaml');
  });

  it('leaves them out where a site does not publish them', async () => {
    const all = await attachments(siteSchema.parse({ 源文件: '不公开' }));
    expect(all.filter(({ relation }) => relation === 'Source')).toEqual([]);
    expect(all.map(({ name }) => name)).toContain('figures.json');
  });

  it('is looked through for what identifies a person and for marks of secrecy, comments too', async () => {
    const sources = (await attachments(siteSchema.parse({}))).filter(({ relation }) => relation === 'Source');
    const sample = sources.filter(({ name }) => !/project-[2-9]/u.test(name));
    expect(sample.length).toBeGreaterThan(3);
    for (const source of sample) {
      const path = pathOf(source);
      const text = `${textOf(files, path)}\n# 联系人电话 13800138000，此件不公开\n`;
      const { diagnostics } = checkSite(withBytes(files, path, new TextEncoder().encode(text)));
      const rules = diagnostics
        .filter(({ severity, place }) => severity === 'error' && place.file === path)
        .map(({ rule }) => rule);
      expect(new Set(rules), path).toEqual(new Set(['personal-data', 'secrecy-mark']));
    }
  });
});
