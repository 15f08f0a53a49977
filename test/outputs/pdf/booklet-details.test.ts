import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../../src/compile/booklet.ts';
import type { Site } from '../../../src/compile/compile-site.ts';
import { bookletDetails } from '../../../src/outputs/pdf/booklet-details.ts';
import { pdfDate } from '../../../src/outputs/pdf/document-details.ts';
import { compiled } from '../../support/compiled.ts';
import { withImprint } from '../../support/imprint.ts';
import { realFiles } from '../../support/project.ts';

let dated: Booklet;
let undated: Booklet;

const newestOf = ({ units }: Site): Booklet => {
  const newest = units[0]?.booklets.at(-1);
  if (newest === undefined) throw new Error('no booklet');
  return newest;
};

beforeAll(async () => {
  const files = await realFiles('demo-bureau');
  undated = newestOf(compiled(files));
  dated = newestOf(compiled(withImprint(files)));
});

describe('what a PDF says of itself', () => {
  it('names the body, the year and the edition', () => {
    const { publication, unit } = dated;
    const edition = publication.corrections.at(-1)?.edition ?? 1;
    expect(edition).toBeGreaterThan(1);
    expect(bookletDetails(dated, undefined)).toMatchObject({
      unitName: unit.name,
      identifier: `demo-bureau-${dated.year}-${edition}`,
      subject: `${dated.render().title}（第${edition}版）`,
      keywords: ['部门决算', unit.name, `${dated.year}年度`],
    });
    expect(bookletDetails(undated, undefined)).toMatchObject({
      identifier: `demo-bureau-${undated.year}-1`,
      subject: undated.render().title,
    });
  });

  it('has the dates of publication and of the last correction, whatever the environment says', () => {
    const { publishedOn, corrections } = dated.publication;
    const { created, modified } = bookletDetails(dated, '1700000000');
    expect([created, modified]).toEqual([publishedOn, corrections.at(-1)?.date]);
    expect(pdfDate(created ?? '')).toBe(`D:${publishedOn?.replaceAll('-', '')}`);
  });

  it('else has that of SOURCE_DATE_EPOCH, else none', () => {
    expect(bookletDetails(undated, '1700000000')).toMatchObject({
      created: '2023-11-14T22:13:20Z',
      modified: '2023-11-14T22:13:20Z',
    });
    expect(pdfDate('2023-11-14T22:13:20Z')).toBe('D:20231114221320Z');
    for (const nothing of [undefined, '', 'today']) {
      expect(bookletDetails(undated, nothing).created).toBeUndefined();
    }
  });
});
