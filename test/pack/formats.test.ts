import { toString } from 'hast-util-to-string';
import { beforeAll, describe, expect, it } from 'vitest';

import type { BookletDocument } from '../../src/document/booklet-document.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { goldenFiles, goldenNames } from '../support/golden.ts';
import { edited, realFiles } from '../support/project.ts';
import { FORMATS, mismatches } from './formats/formats.ts';

const NAMES = Object.keys(FORMATS);
const documents = new Map<string, BookletDocument>();

function documentOf(files: readonly RawFile[]): BookletDocument {
  const document = compiled(files)
    .units[0]?.booklets.find(({ year }) => year === 2023)
    ?.render();
  if (document === undefined) throw new Error('no booklet of 2023');
  return document;
}

beforeAll(async () => {
  for (const name of NAMES) documents.set(name, documentOf(await goldenFiles(name)));
}, 60_000);

it('every golden pack is one of the forms', () => {
  expect(goldenNames()).toEqual(NAMES);
});

describe.each(NAMES)('the form %s', (name) => {
  const format = FORMATS[name];
  const document = (of: string): BookletDocument => {
    const found = documents.get(of);
    if (found === undefined) throw new Error(`no booklet ${of}`);
    return found;
  };
  if (format === undefined) throw new Error(`no form ${name}`);

  it('has its parts and tables in its order, all columns of each table, and its sentences', () => {
    expect(mismatches(format, document(name))).toEqual([]);
  });

  it.each(NAMES.filter((other) => other !== name))('is not what the pack of %s prints', (other) => {
    expect(mismatches(format, document(other))).not.toEqual([]);
  });

  it.each(NAMES.filter((other) => other !== name))(
    'is told from %s by more than the titles of parts and their order',
    (other) => {
      const found = mismatches(format, document(other)).filter((one) => !one.startsWith('parts'));
      expect(found).not.toEqual([]);
    },
  );
});

describe('a unit without money of a fund', () => {
  /** The real booklet, which has none, in the pack of a form. */
  async function text(name: string): Promise<string> {
    const templates = (await goldenFiles(name)).filter(({ path }) => path.startsWith('templates/'));
    const files = [
      ...(await realFiles('changji-sme')).filter(({ path }) => !path.startsWith('templates/')),
      ...templates,
    ];
    const accounts = 'content/units/changji-sme/2023/accounts.yaml';
    const { parts } = documentOf(edited(files, accounts, '模板: xinjiang-2023', `模板: ${name}`));
    return parts.flatMap(({ content }) => content.map((node) => toString(node))).join('\n');
  }

  it('gets one sentence for the section, and one below the empty table', async () => {
    const found = await text('f1-ministry');
    expect(found).toContain(
      '八、政府性基金预算财政拨款支出决算情况说明\n本年度没有政府性基金预算财政拨款收入和支出。\n九、',
    );
    expect(found).toContain(
      '国有资本经营预算财政拨款支出决算情况说明\n本年度没有国有资本经营预算财政拨款支出。\n',
    );
    expect(found).toContain(
      '说明：昌吉回族自治州中小企业发展局本年度没有政府性基金预算财政拨款收入、支出及结转和结余，本表为空表。',
    );
  });

  it('or no section at all', async () => {
    const found = await text('f5-district');
    expect(found).toContain('（一）一般公共预算财政拨款');
    expect(found).not.toContain('（二）政府性基金预算财政拨款');
    expect(found).not.toContain('（三）国有资本经营预算财政拨款');
  });
});
