import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { readContents, writeContent } from '../../../src/outputs/pdf/content/page-content.ts';
import type { Chance } from './chance.ts';
import { leadElsewhere } from './lead-elsewhere.ts';
import type { Mutant } from './mutant.ts';

const GLYPHS = /<[0-9A-F]{4,}> Tj$/u;
const PLACE = / (?:Td|cm|re|m|l)$/u;
const COLOUR = / (?:rg|RG|g|G)$/u;

/** What somebody may change of what pages show, of their order and of what leads from them. */
export const PAGE_MUTANTS: Readonly<Record<string, Mutant>> = {
  'a sign for another': (document, chance) =>
    onLine(document, chance, GLYPHS, (line, lines) => {
      const glyph = line.slice(-9, -4);
      const other = chance.of(lines.filter((one) => GLYPHS.test(one) && one.slice(-9, -4) !== glyph));
      return line.slice(0, -9) + other.slice(-9);
    }),
  'a sign left out': (document, chance) => onLine(document, chance, GLYPHS, () => ''),
  'something moved': (document, chance) =>
    onLine(document, chance, PLACE, (line) =>
      line.replace(/-?[\d.]+/u, (number) => String(Number(number) + 3)),
    ),
  'a line or bar of another length': (document, chance) =>
    onLine(document, chance, / re$/u, (line) => {
      const [x = '', y = '', width = '', ...rest] = line.split(' ');
      return [x, y, String(Number(width) * 0.5), ...rest].join(' ');
    }),
  'another colour': (document, chance) =>
    onLine(document, chance, COLOUR, (line) => line.replace(/[\d.]+/u, '0.77')),
  'pages exchanged': (document, chance) => {
    const pages = document.getPages();
    const one = chance.of(pages);
    const other = chance.of(pages.filter((page) => page !== one));
    const [first, second] = [placeOf(one), placeOf(other)];
    first.list.set(first.at, other.ref);
    second.list.set(second.at, one.ref);
    for (const [page, { parent }] of [
      [one, second],
      [other, first],
    ] as const)
      page.node.set(PDFName.of('Parent'), parent);
  },
  'a page taken out': (document, chance) => document.removePage(chance.below(document.getPageCount())),
  'a page twice': (document, chance) => {
    const { list, at } = placeOf(chance.of(document.getPages()));
    list.insert(at, list.get(at));
    document.catalog.Pages().set(PDFName.of('Count'), PDFNumber.of(document.getPageCount() + 1));
  },
  'a page turned': (document, chance) =>
    void chance.of(document.getPages()).node.set(PDFName.of('Rotate'), PDFNumber.of(180)),
  'all pages turned, by the tree': (document) =>
    void document.catalog.Pages().set(PDFName.of('Rotate'), PDFNumber.of(90)),
  'a page cut': (document, chance) =>
    void chance
      .of(document.getPages())
      .node.set(PDFName.of('CropBox'), document.context.obj([100, 100, 300, 300])),
  'something drawn over': (document, chance) => {
    const { node } = chance.of(document.getPages());
    const stream = document.context.register(document.context.flateStream('q 1 g 0 0 300 300 re f Q'));
    const before = node.get(PDFName.of('Contents'));
    node.set(
      PDFName.of('Contents'),
      document.context.obj(before === undefined ? [stream] : [before, stream]),
    );
  },
  'letters that cannot be seen': (document) => {
    for (const { node } of document.getPages()) {
      const states = node.Resources()?.lookupMaybe(PDFName.of('ExtGState'), PDFDict);
      for (const [key] of states?.entries() ?? [])
        states?.lookup(key, PDFDict).set(PDFName.of('ca'), PDFNumber.of(0));
    }
  },
  'a picture laid over': (document, chance) =>
    annotate(document, chance, {
      Subtype: 'Square',
      Rect: [50, 50, 500, 500],
      IC: [1, 1, 1],
      C: [1, 1, 1],
      F: 4,
    }),
  'a field laid over': (document, chance) => {
    const AP = {
      N: document.context.register(
        document.context.flateStream('1 g 0 0 9 9 re f', { Subtype: 'Form', BBox: [0, 0, 9, 9] }),
      ),
    };
    annotate(document, chance, { Subtype: 'Widget', FT: 'Sig', Rect: [50, 50, 500, 500], F: 4, AP });
  },
  'a link that leads to another part': (document, chance) => {
    const inner = links(document).flatMap((one) => one.lookupMaybe(PDFName.of('A'), PDFDict) ?? []);
    const action = chance.of(inner.filter((one) => one.has(PDFName.of('D'))));
    const own = action.get(PDFName.of('D'));
    action.set(
      PDFName.of('D'),
      chance.of(
        destinations(document)
          .keys()
          .filter((name) => name !== own),
      ),
    );
  },
  'a link to another tag': (document, chance) => {
    const targets = links(document).flatMap((one) => one.lookupMaybe(PDFName.of('A'), PDFDict) ?? []);
    const places = targets.flatMap((one) => one.lookupMaybe(PDFName.of('SD'), PDFArray) ?? []);
    const place = chance.of(places);
    place.set(0, chance.of(places.map((one) => one.get(0)).filter((one) => one !== place.get(0))));
  },
  'a link that leads elsewhere': (document, chance) => {
    const link = chance.of(links(document));
    link.delete(PDFName.of('Dest'));
    link.set(
      PDFName.of('A'),
      document.context.obj({ S: 'URI', URI: PDFString.of('https://elsewhere.example/') }),
    );
  },
  'a link that says something else': (document, chance) =>
    void chance.of(links(document)).set(PDFName.of('Contents'), PDFString.of('other')),
  'a target on another page': (document, chance) => {
    const target = chance.of(destinations(document).values());
    const place = document.context.lookup(target);
    const list = place instanceof PDFDict ? place.lookup(PDFName.of('D'), PDFArray) : (place as PDFArray);
    leadElsewhere(list, document, chance);
  },
};

/** Changes one line of a page that fits a pattern. */
function onLine(
  document: PDFDocument,
  chance: Chance,
  pattern: RegExp,
  change: (line: string, lines: readonly string[]) => string,
): void {
  const contents = readContents(document).filter(({ lines }) => lines.some((line) => pattern.test(line)));
  const content = chance.of(contents);
  const lines = [...content.lines];
  const place = chance.of([...lines.keys()].filter((index) => pattern.test(lines[index] ?? '')));
  lines[place] = change(lines[place] ?? '', lines);
  writeContent({ ...content, lines });
}

function placeOf({ node, ref }: PDFPage): { list: PDFArray; at: number; parent: PDFRef } {
  const parent = node.get(PDFName.of('Parent')) as PDFRef;
  const list = node.lookup(PDFName.of('Parent'), PDFDict).lookup(PDFName.of('Kids'), PDFArray);
  return { list, at: list.indexOf(ref) ?? 0, parent };
}

function links({ context }: PDFDocument): readonly PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .map(([, value]) => value)
    .filter((value) => value instanceof PDFDict && !(value instanceof PDFRawStream))
    .filter((value) => value.get(PDFName.of('Subtype')) === PDFName.of('Link'));
}

function destinations({ catalog }: PDFDocument): PDFDict {
  return catalog.lookup(PDFName.of('Dests'), PDFDict);
}

function annotate(
  document: PDFDocument,
  chance: Chance,
  entries: Readonly<Record<string, string | number | readonly number[] | object>>,
): void {
  const { context } = document;
  const annotation = context.register(context.obj({ ...entries, Type: 'Annot' }));
  const { node } = chance.of(document.getPages());
  node.set(PDFName.of('Annots'), context.obj([...(node.Annots()?.asArray() ?? []), annotation]));
}
