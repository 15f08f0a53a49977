import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFHexString, PDFArray } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveWithIdentifier } from '../../src/outputs/pdf/file-identifier.ts';
import { verifyPdf } from '../../src/outputs/pdf/verify/verify-pdf.ts';
import { runHere } from '../cli/run-here.ts';
import { Chance } from '../support/pdf-mutants/chance.ts';
import { OBJECT_MUTANTS } from '../support/pdf-mutants/object-mutants.ts';
import { PAGE_MUTANTS } from '../support/pdf-mutants/page-mutants.ts';
import { ROOT } from '../support/project.ts';

const MUTANTS = Object.entries({ ...PAGE_MUTANTS, ...OBJECT_MUTANTS });
/** With another one, other places are changed. */
const SEED = 17;
/** Of each kind, in each booklet. */
const TIMES = 4;

/** A change is written and read back in a second or two. */
const LIMIT = 3_600_000;

const BOOKLETS = ['changji-sme/2023', 'demo-bureau/2023'];
const OTHER = 'demo-bureau/2022';

let site: string;
let other: Uint8Array;

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'mingbai-pdf-mutants-'));
  const built = await runHere(['build', '--root', ROOT, '--out', join(site, 'dist'), '--no-cache']);
  expect(built).toMatchObject({ status: 0 });
  other = pdfOf(OTHER);
}, LIMIT);

afterAll(() => rmSync(site, { recursive: true }));

const pdfOf = (booklet: string): Uint8Array => readFileSync(join(site, 'dist', booklet, 'booklet.pdf'));
const open = (bytes: Uint8Array): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false });

describe.each(BOOKLETS)('the PDF of %s', (booklet) => {
  it('fits as it is, and when a program wrote it anew in another form', async () => {
    expect((await verifyPdf(pdfOf(booklet))).faults).toEqual([]);
    const document = await open(pdfOf(booklet));
    const identifiers = document.context.lookup(document.context.trailerInfo.ID, PDFArray);
    identifiers.set(1, PDFHexString.of('0'.repeat(32)));
    const anew = await verifyPdf(await document.save({ useObjectStreams: false }));
    expect(anew).toMatchObject({ faults: [], savedAnew: true });
  });

  it(
    'tells what somebody changed who knew how to give it a fitting identifier',
    async () => {
      const chance = new Chance(SEED);
      const unnoticed: string[] = [];
      for (const [kind, mutate] of MUTANTS) {
        for (let time = 1; time <= TIMES; time += 1) {
          const document = await open(pdfOf(booklet));
          await mutate(document, chance, { document: await open(other) });
          const { faults } = await verifyPdf(await saveWithIdentifier(document));
          if (faults.length === 0) unnoticed.push(`${kind} (${time})`);
        }
      }
      const made = MUTANTS.length * TIMES;
      console.log(`${booklet}: seed ${SEED}, ${made} changes, ${made - unnoticed.length} told`);
      expect(made).toBeGreaterThanOrEqual(150);
      expect(unnoticed).toEqual([]);
    },
    LIMIT,
  );
});
