import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { GivenFile } from '../../src/import/given-file.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { realFiles, ROOT } from '../support/project.ts';
import { archive } from './support/archives.ts';
import { blankSheet, saved } from './support/sheets.ts';
import { bookletOf, given, ownWorkbook, takenIn, withoutAccounts } from './support/taken-in.ts';

const TARGET = { slug: 'demo-bureau', year: 2023, pack: 'demo-2023' };
const MEGABYTE = 1024 * 1024;

let files: readonly RawFile[];
let booklet: Booklet;
let own: GivenFile;
let pages: Uint8Array;
beforeAll(async () => {
  files = withoutAccounts(await realFiles(TARGET.slug), TARGET.slug, TARGET.year);
  booklet = bookletOf(await realFiles(TARGET.slug), TARGET.slug, TARGET.year);
  own = await ownWorkbook(booklet);
  const document = await PDFDocument.create();
  for (let page = 0; page < 20; page += 1) document.addPage().drawText('2023');
  pages = await document.save({ useObjectStreams: false });
});

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(ROOT, 'test/import/fixtures', name)));
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const PARAGRAPH = '<w:p><w:r><w:t>收入支出决算总体情况说明</w:t></w:r></w:p>';

/** A Word file of one paragraph, with more in its archive. */
function word(
  entries: Readonly<Record<string, string | Uint8Array>>,
  body = PARAGRAPH,
  before = '',
): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return archive({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `${before}<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
    ...entries,
  });
}

/** A PDF of one page whose text is packed, and said to be a picture or not. */
function packedPdf(size: number): Uint8Array {
  const packed = deflateSync(Buffer.alloc(size, ' '));
  const head = `%PDF-1.4\n1 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`;
  return new Uint8Array(
    Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n%%EOF\n')]),
  );
}

/** A PDF whose last lines are missing, which readers mend in silence. */
function withoutEnd(pdf: Uint8Array): Uint8Array {
  return pdf.slice(0, Buffer.from(pdf).lastIndexOf('startxref'));
}

/** Files that are not taken in, what they are called, and the sentence that says why. */
const REFUSED: Readonly<Record<string, readonly [name: string, make: () => Uint8Array, sentence: RegExp]>> = {
  // passwords, as LibreOffice and Word have set them
  'an old workbook with a password': ['locked.xls', () => fixture('locked.xls'), /有密码；请去掉密码后另存$/],
  'a workbook of LibreOffice with a password': ['locked.ods', () => fixture('locked.ods'), /有密码/],
  'a Word file with a password': ['locked.docx', () => fixture('locked.docx'), /有密码；请去掉密码后另存$/],
  'a PDF with a password': ['locked.pdf', () => fixture('locked.pdf'), /^locked\.pdf：PDF 有密码；请去掉/],

  // macros, bombs
  'a Word file with macros': ['决算.docm', () => word({ 'word/vbaProject.bin': 'x' }), /里有宏，不读取/],
  'a Word file that unpacks to hundreds of megabytes': [
    '决算.docx',
    () => word({ 'word/media/a.bin': new Uint8Array(80 * MEGABYTE) }),
    /解压后过大/,
  ],
  'a PDF that unpacks to hundreds of megabytes': [
    '决算.pdf',
    () => packedPdf(200 * MEGABYTE),
    /PDF 解压后过大/,
  ],
  'an old workbook of 1,000 sheets': [
    '决算.xls',
    () =>
      saved(
        Array.from({ length: 1000 }, (_, index) => ({ ...blankSheet(`表${index}`), rows: [['甲']] })),
        'biff8',
      ).bytes,
    /有 1000 张表，不像决算报表/,
  ],

  // nothing in them
  'a text of bytes that are zero': [
    '公开文本.txt',
    () => new Uint8Array(100_000),
    /不是文本文件，或编码不是/,
  ],
  'a text of zeros': ['公开文本.txt', () => bytes('0'.repeat(100_000)), /几乎没有汉字，不像决算公开文本/],
  'a workbook of bytes that are zero': ['决算.xls', () => new Uint8Array(100_000), /不是能读的表格/],
  'a sheet of zeros': ['决算.csv', () => bytes('0,0\n'.repeat(1000)), /没有认出一张决算表/],
  'a text in English': ['a.txt', () => bytes('Final accounts of 2023. '.repeat(50)), /几乎没有汉字/],

  // cut off
  'a PDF that was cut off': ['决算.pdf', () => withoutEnd(pages), /PDF 已损坏，读不出来/],
  'a Word file that was cut off': ['决算.docx', () => word({}).slice(0, -80), /已损坏，读不出来/],
  'an old workbook that was cut off': [
    '决算.xls',
    () => fixture('demo-bureau-2023.xls').slice(0, 56_000),
    /已损坏，读不出来；请重新导出$/,
  ],
  'a workbook of LibreOffice that was cut off': [
    '决算.ods',
    () => fixture('demo-bureau-2023.ods').slice(0, 5000),
    /已损坏/,
  ],
};

describe('one clear sentence, and nothing written:', () => {
  it.each(Object.entries(REFUSED))('%s', async (_, [name, make, sentence]) => {
    const refused = await takenIn(files, TARGET, given(name, make()));
    expect(refused).toMatch(sentence);
    expect(String(refused).split('\n')).toHaveLength(1);
  });

  it('an old workbook cut off anywhere is never taken for a whole one', async () => {
    const whole = fixture('demo-bureau-2023.xls');
    for (let end = 1000; end < whole.length - 200; end += 5000)
      expect(await takenIn(files, TARGET, given('决算.xls', whole.slice(0, end))), `${end}`).toMatch(
        /已损坏/,
      );
  });
});

describe('a file with a wrong ending is told by what is in it:', () => {
  it.each(['决算.et', '决算.pdf', '决算.docx', '决算.txt', '决算.csv', '决算'])(
    'a workbook as %s',
    async (name) => {
      const plan = await takenIn(files, TARGET, given(name, fixture('demo-bureau-2023.xls')));
      expect(plan).toMatchObject({ findings: [], leftovers: [] });
    },
  );

  it('a PDF and a Word file as .xlsx are read as texts', async () => {
    for (const made of [pages, word({})])
      expect(await takenIn(files, TARGET, given('决算.xlsx', made))).toMatch(
        /几乎没有汉字|里的话多半不是模板包/,
      );
  });
});

describe('what a file may not reach is the network', () => {
  let server: Server;
  let address: string;
  const asked: (string | undefined)[] = [];
  beforeAll(async () => {
    server = createServer(({ url }, response) => {
      asked.push(url);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => server.close());

  it.each<[string, () => GivenFile]>([
    [
      'links of a workbook to another',
      () =>
        given(
          '决算.xlsx',
          archive({
            ...unzipSync(own.bytes),
            'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="${address}a.xlsx" TargetMode="External"/></Relationships>`,
          }),
        ),
    ],
    [
      'formulas that ask for something',
      () =>
        saved([{ ...blankSheet('公开02表'), rows: [[{ formula: `WEBSERVICE("${address}b")`, result: 1 }]] }]),
    ],
    [
      'pictures and frames of a web page that is called .xls',
      () => given('决算.xls', bytes(`<table><tr><td><img src="${address}c"></td></tr></table>`)),
    ],
    [
      'entities of a Word file',
      () =>
        given(
          '决算.docx',
          word(
            {},
            '<w:p><w:r><w:t>&x;收入支出决算</w:t></w:r></w:p>',
            `<!DOCTYPE a [<!ENTITY x SYSTEM "${address}d">]>`,
          ),
        ),
    ],
  ])('%s', async (_, make) => {
    await takenIn(files, TARGET, make());
    expect(asked).toEqual([]);
  });

  it('nor is it memory: entities of a Word file are not multiplied', async () => {
    const entities = Array.from({ length: 12 }, (_, index) => {
      const inner = index === 0 ? '收入' : `&e${index - 1};`.repeat(10);
      return `<!ENTITY e${index} "${inner}">`;
    });
    const made = word({}, '<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>', `<!DOCTYPE a [${entities.join('')}]>`);
    expect(typeof (await takenIn(files, TARGET, given('决算.docx', made)))).toBe('string');
  });
});
