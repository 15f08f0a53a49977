import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { attachFiles, attachedFiles, type AttachedFile } from '../../../src/outputs/pdf/attached-file.ts';
import { readContents, writeContent } from '../../../src/outputs/pdf/content/page-content.ts';
import { saveWithIdentifier } from '../../../src/outputs/pdf/file-identifier.ts';
import { hashOf } from '../../../src/outputs/pdf/manifest/document-state.ts';
import { printBooklet } from '../../../src/outputs/pdf/print-booklet.ts';
import { verifyPdf } from '../../../src/outputs/pdf/verify/verify-pdf.ts';
import { sharedBrowser } from '../../support/site-browser.ts';
import { Chance } from '../../support/pdf-mutants/chance.ts';
import { OBJECT_MUTANTS } from '../../support/pdf-mutants/object-mutants.ts';
import { PAGE_MUTANTS } from '../../support/pdf-mutants/page-mutants.ts';
import { sampleBooklet, sampleDetails } from './sample-booklet.ts';

const styles = join(import.meta.dirname, '../../../src/site/styles');

/** As a site writes it, with one figure. */
const dataOf = (printed: string): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({ figures: [{ id: '收入.总计', label: '收入总计', printed, value: printed }] }),
  );
const figures = (printed: string): AttachedFile => ({
  name: 'figures.json',
  bytes: dataOf(printed),
  mediaType: 'application/json',
  title: '全部数字',
  relation: 'Data',
});

let bytes: Uint8Array;
let otherYear: Uint8Array;

beforeAll(async () => {
  const siteRoot = await mkdtemp(join(tmpdir(), 'mingbai-test-verify-'));
  await cp(styles, siteRoot, { recursive: true });
  const browser = await sharedBrowser();
  const print = (shown: string, attached: string): Promise<Uint8Array> => {
    const fingerprint = hashOf(dataOf(attached));
    const figure = `<p>收入总计<data data-figure="收入.总计">${shown}</data>万元。</p>`;
    const lists = '<ol><li>甲</li></ol><ul><li>乙</li></ul>';
    const html = sampleBooklet()
      .replaceAll(/ data-figure="[^"]*"/gu, '')
      .replace('<h2 class="part-title">第三部分', `${figure}${lists}<p>${fingerprint}</p>$&`);
    const job = {
      ...sampleDetails,
      siteRoot,
      html,
    };
    return printBooklet(browser, { ...job, files: [figures(attached)] });
  };
  bytes = await print('513.95', '513.95');
  otherYear = await print('513.95', '487.20');
  await rm(siteRoot, { recursive: true });
});

/** The file with a change that somebody made who knew how to give it a fitting identifier. */
async function changed(change: (document: PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  await change(document);
  return saveWithIdentifier(document);
}

const faultsOf = async (file: Uint8Array): Promise<readonly string[]> =>
  (await verifyPdf(file)).faults.map(({ page, message }) =>
    page === undefined ? message : `${page} ${message}`,
  );

describe('a PDF that is read back', () => {
  it('fits, as it was printed', async () => {
    const { faults, counts } = await verifyPdf(bytes);
    expect(faults).toEqual([]);
    expect(counts).toMatchObject({ figures: 1, files: 2 });
    expect(counts?.characters).toBeGreaterThan(9000);
  });

  it('tells a digit that was changed on a page, with the page and what should stand there', async () => {
    let page = 0;
    const file = await changed((document) => {
      for (const [index, content] of readContents(document).entries()) {
        const lines = [...content.lines];
        const at = lines.findIndex((line) => line.includes('MCID'));
        const glyph = lines.findIndex((line, number) => number > at && / Td <[0-9A-F]{4}> Tj$/u.test(line));
        if (index !== 4 || glyph === -1) continue;
        const other = lines.find(
          (line) => line.endsWith('Tj') && !line.endsWith(lines[glyph]?.slice(-9) ?? ''),
        );
        lines[glyph] = `${lines[glyph]?.slice(0, -9) ?? ''}${other?.slice(-9) ?? ''}`;
        writeContent({ ...content, lines });
        page = index + 1;
      }
    });
    expect(page).toBe(5);
    const faults = await faultsOf(file);
    expect(faults.some((fault) => fault.startsWith('5 应为“'))).toBe(true);
    expect(faults).toContain('5 这一页画的与生成时不一样');
  });

  it('tells pages that were exchanged', async () => {
    const file = await changed((document) => {
      const pages = document.catalog
        .Pages()
        .lookup(PDFName.of('Kids'), PDFArray)
        .lookup(0, PDFDict)
        .lookup(PDFName.of('Kids'), PDFArray);
      const [third, fourth] = [pages.get(2), pages.get(3)];
      pages.set(2, fourth);
      pages.set(3, third);
    });
    const faults = await faultsOf(file);
    expect(faults.some((fault) => fault.startsWith('3 页眉页脚应为'))).toBe(true);
    expect(faults.some((fault) => fault.startsWith('4 页眉页脚应为'))).toBe(true);
  });

  it('tells a page that was taken out', async () => {
    const faults = await faultsOf(await changed((document) => document.removePage(6)));
    expect(faults.some((fault) => /应有\d+页，实有\d+页/u.test(fault))).toBe(true);
  });

  it('tells tags that were removed or changed', async () => {
    const removed = await changed((document) => void document.catalog.delete(PDFName.of('StructTreeRoot')));
    expect((await faultsOf(removed)).length).toBeGreaterThan(0);
    const retyped = await changed((document) => {
      const heads = document.context
        .enumerateIndirectObjects()
        .map(([, value]) => value)
        .filter((value) => value instanceof PDFDict && value.get(PDFName.of('S')) === PDFName.of('TH'));
      (heads[0] as PDFDict).set(PDFName.of('S'), PDFName.of('TD'));
    });
    expect(await faultsOf(retyped)).toEqual(['标签（无障碍结构）与生成时不一样']);
  });

  it('tells data that was changed, and numbers that are another year’s', async () => {
    const file = await changed(async (document) => {
      const manifest = attachedFiles(document).get('manifest.json') ?? new Uint8Array();
      document.catalog.delete(PDFName.of('AF'));
      document.catalog.delete(PDFName.of('Names'));
      const supplement = { mediaType: 'text/plain', title: '', relation: 'Supplement' } as const;
      await attachFiles(document, [
        figures('513.96'),
        { ...supplement, name: 'manifest.json', bytes: manifest },
      ]);
    });
    expect(await faultsOf(file)).toEqual([
      '附件的名称、类型或说明与生成时不一样',
      '附件 figures.json 与生成时不一样',
      '缺附件 font-licenses.txt',
      '版本说明里的数据指纹不是附件 figures.json 的',
      '“收入总计”印为“513.95”，figures.json 里是“513.96”',
    ]);
    expect(await faultsOf(otherYear)).toEqual(['“收入总计”印为“513.95”，figures.json 里是“487.20”']);
  });

  it('tells what was changed of fonts, links, bookmarks, settings and descriptions', async () => {
    const told: Readonly<Record<string, string>> = {
      'signs that stand for others': '嵌入的字体或其文字对照表与生成时不一样',
      'letters of another shape': '嵌入的字体或其文字对照表与生成时不一样',
      'a bookmark to another page': '书签与生成时不一样',
      'a bookmark of another name': '书签与生成时不一样',
      'a script': '文件的设置（页码、色彩、链接的目标、打开方式）与生成时不一样',
      'a target on another page': '文件的设置（页码、色彩、链接的目标、打开方式）与生成时不一样',
      'another word in the metadata': '元数据（XMP）与生成时不一样',
      'another title, author or date': '文件信息（标题、单位、日期）与生成时不一样',
      'a link that leads to another part': '这一页的纸张、图或链接与生成时不一样',
      'a page cut': '这一页的纸张、图或链接与生成时不一样',
    };
    const mutants = { ...PAGE_MUTANTS, ...OBJECT_MUTANTS };
    for (const [kind, message] of Object.entries(told)) {
      const file = await changed((document) => mutants[kind]?.(document, new Chance(1), { document }));
      const faults = (await verifyPdf(file)).faults.map((fault) => fault.message);
      expect(faults, kind).toContain(message);
    }
  });

  it('fits when another program wrote all of it anew, and says so', async () => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const identifiers = document.context.lookup(document.context.trailerInfo.ID, PDFArray);
    identifiers.set(1, PDFHexString.of('0'.repeat(32)));
    const anew = await document.save({ useObjectStreams: false });
    expect(await verifyPdf(anew)).toMatchObject({ faults: [], savedAnew: true });
    expect(await verifyPdf(bytes)).toMatchObject({ savedAnew: false });
  });

  it('tells what was added behind that is no signature', async () => {
    expect(await faultsOf(Buffer.concat([bytes, Buffer.from('\n% more\n')]))).toEqual([
      '文件生成以后又加了内容，加的不是签名',
    ]);
  });

  it('tells any byte that was changed', async () => {
    const step = Math.floor(bytes.length / 24);
    for (let place = 11; place < bytes.length; place += step) {
      const file = Uint8Array.from(bytes);
      file[place] = (file[place] ?? 0) ^ 1;
      expect((await verifyPdf(file)).faults.length, `byte ${place}`).toBeGreaterThan(0);
    }
  });

  it('says of another file that it cannot be read back', async () => {
    const other = await PDFDocument.create();
    other.addPage();
    expect(await faultsOf(await other.save())).toEqual([
      '不是明白账生成的 PDF，或者里面的 manifest.json 被删去了，无从核对',
    ]);
    expect(await faultsOf(new TextEncoder().encode('决算'))).toEqual(['文件读不出来，不是 PDF 或者已经损坏']);
  });
});
