import { PDFArray, PDFDict, PDFRef } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { hash } from 'node:crypto';
import { fileEntries, listedFiles } from '../attached-file.ts';
import { bookmarksIn } from '../bookmarks.ts';
import { nameOf, textOf } from '../names.ts';
import { isSignatureField } from '../signature/signature-field.ts';
import { MANIFEST, type ObjectPart } from './manifest.ts';
import { ObjectDigest } from './object-digest.ts';

/** What a document is made of beside its text, summed up part by part. */
export interface ObjectParts {
  /** Of each page its paper, fonts, pictures and links. */
  readonly frames: readonly string[];
  readonly objects: Readonly<Record<ObjectPart, string>>;
}

/** What a page may have from the branches of the tree that it hangs on. */
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];
const PAGE_ELSEWHERE = [...INHERITED, 'Parent', 'Contents', 'Annots'];
/** How bookmarks hang together follows from their order and level. */
const BOOKMARK_LINKS = ['First', 'Last', 'Next', 'Prev', 'Parent'];
const CATALOG_ELSEWHERE = ['Pages', 'StructTreeRoot', 'Outlines', 'Metadata', 'Names', 'AF', 'AcroForm'];

/**
 * Sums up all objects of a finished PDF, but for what is compared otherwise (what pages draw, the bytes of files, the description)
 * and what comes later: the manifest itself and signatures.
 */
export function objectParts(document: PDFDocument): ObjectParts {
  const { context, catalog } = document;
  const pages = document.getPages();
  const tags = tagsOf(catalog);
  const fonts = fontsOf(pages);
  const digest = new ObjectDigest(
    context,
    namesOf({ page: pages.map(({ ref }) => ref), tag: tags, font: fonts }),
  );
  const all = (dictionaries: Iterable<PDFDict>, left: readonly string[]): string =>
    hash('sha256', Array.from(dictionaries, (one) => digest.without(one, left)).join());
  const dictionary = (name: string): readonly PDFDict[] =>
    [catalog.lookupMaybe(nameOf(name), PDFDict) ?? []].flat();
  return {
    frames: pages.map((page) => frameOf(page, digest)),
    objects: {
      tags: all([...dictionary('StructTreeRoot'), ...lookedUp(tags, context)], ['P']),
      fonts: all(lookedUp(fonts, context), []),
      bookmarks: all(
        dictionary('Outlines').flatMap((root) => [...bookmarksIn(root)]),
        BOOKMARK_LINKS,
      ),
      files: filesOf(document, digest),
      information: digest.of(context.trailerInfo.Info),
      catalog: hash(
        'sha256',
        digest.without(catalog, CATALOG_ELSEWHERE) + all(dictionary('Names'), ['EmbeddedFiles']),
      ),
    },
  };
}

function frameOf({ node, doc }: PDFPage, digest: ObjectDigest): string {
  const inherited = INHERITED.map((name) => node.getInheritableAttribute(nameOf(name)));
  const annotations = (node.Annots()?.asArray() ?? [])
    .map((one) => doc.context.lookup(one, PDFDict))
    .filter((one) => !isSignatureField(one))
    .map((one) => digest.without(one, ['P']));
  return hash(
    'sha256',
    [digest.of(...inherited), digest.without(node, PAGE_ELSEWHERE), ...annotations].join(),
  );
}

/** What is said of the attached files, as programs list them in two places. */
function filesOf(document: PDFDocument, digest: ObjectDigest): string {
  const entries = [...fileEntries(document)].filter(([name]) => name !== MANIFEST);
  const listed = listedFiles(document).filter((name) => name !== MANIFEST);
  return hash('sha256', JSON.stringify([entries.map(([, entry]) => digest.without(entry, ['EF'])), listed]));
}

/** What objects are called where others lead to them. */
function namesOf(kinds: Readonly<Record<string, readonly PDFRef[]>>): ReadonlyMap<PDFRef, string> {
  const named = Object.entries(kinds).flatMap(([kind, references]) =>
    references.map((reference, index) => [reference, `${kind} ${index}`] as const),
  );
  return new Map(named);
}

/** All tags in the order of the document. */
function tagsOf(catalog: PDFDict): readonly PDFRef[] {
  const found: PDFRef[] = [];
  const visit = (parent: PDFDict): void => {
    const kids = parent.lookup(nameOf('K'));
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [parent.get(nameOf('K'))]) {
      const tag = kid instanceof PDFRef ? parent.context.lookup(kid) : undefined;
      if (!(kid instanceof PDFRef && tag instanceof PDFDict && tag.has(nameOf('S')))) continue;
      found.push(kid);
      visit(tag);
    }
  };
  const root = catalog.lookupMaybe(nameOf('StructTreeRoot'), PDFDict);
  if (root !== undefined) visit(root);
  return found;
}

/** The fonts of all pages, each once, in the order of their use. */
function fontsOf(pages: readonly PDFPage[]): readonly PDFRef[] {
  const fonts = pages.flatMap(({ node }) => {
    const named = node.Resources()?.lookupMaybe(nameOf('Font'), PDFDict)?.entries() ?? [];
    return named.toSorted(([one], [other]) => (textOf(one) < textOf(other) ? -1 : 1));
  });
  return [...new Set(fonts.map(([, font]) => font).filter((font) => font instanceof PDFRef))];
}

function lookedUp(references: readonly PDFRef[], context: PDFContext): readonly PDFDict[] {
  return references.map((reference) => context.lookup(reference, PDFDict));
}
