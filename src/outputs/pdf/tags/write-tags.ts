import { PDFDict, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { nameOf } from '../names.ts';
import { isContent, isTag, type Cell, type Kid, type Tag } from './tag.ts';

/** Which tag each piece of content and each annotation belongs to. */
interface Owners {
  readonly contents: Map<PDFRef, Map<number, PDFRef>>;
  readonly objects: Map<PDFRef, PDFRef>;
}

/**
 * Puts tags in the place of those that the PDF has. Ids are numbered from 1 in the order of the document: Chrome's own are
 * internal numbers of its, which shift when the machine is busy. The old tags are dropped when the document is saved.
 *
 * @returns which tag stands in the place of an old one, by the number of that
 */
export function writeTags(document: PDFDocument, top: Tag): ReadonlyMap<number, PDFRef> {
  const { context, catalog } = document;
  const root = context.nextRef();
  const writer = new Writer(context, idNames(top));
  const element = writer.write(top, root);
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: element,
      ...parentTree(document, writer.owners),
      ...(writer.ids.size > 0 && { IDTree: idTree(context, writer.ids) }),
    }),
  );
  catalog.set(nameOf('StructTreeRoot'), root);
  return writer.places;
}

/** New ids for those by which cells name their heads, by the old ones. */
function idNames(top: Tag): ReadonlyMap<string, string> {
  const asked = new Set<string>();
  const present: string[] = [];
  const visit = (tag: Tag): void => {
    for (const head of tag.cell?.headers ?? []) asked.add(head);
    if (tag.id !== undefined) present.push(tag.id);
    for (const kid of tag.kids) if (isTag(kid)) visit(kid);
  };
  visit(top);
  const used = present.filter((id) => asked.has(id));
  return new Map(used.map((id, index) => [id, `e${String(index + 1).padStart(6, '0')}`]));
}

class Writer {
  readonly owners: Owners = { contents: new Map(), objects: new Map() };
  /** The tags that have an id. */
  readonly ids = new Map<string, PDFRef>();
  /** Where tags stand, by the numbers of the objects that they were. */
  readonly places = new Map<number, PDFRef>();
  private readonly context: PDFContext;
  private readonly names: ReadonlyMap<string, string>;

  /** @param names of ids, by those that the tags have */
  constructor(context: PDFContext, names: ReadonlyMap<string, string>) {
    this.context = context;
    this.names = names;
  }

  write(tag: Tag, parent: PDFRef): PDFRef {
    const reference = this.context.nextRef();
    if (tag.origin !== undefined) this.places.set(tag.origin, reference);
    const page = pageOf(tag);
    const kids = tag.kids.map((kid) => this.writeKid(kid, reference, page));
    const element = PDFDict.withContext(this.context);
    element.set(nameOf('Type'), nameOf('StructElem'));
    element.set(nameOf('S'), nameOf(tag.type));
    element.set(nameOf('P'), parent);
    if (kids.length > 0)
      element.set(nameOf('K'), kids.length === 1 && kids[0] ? kids[0] : this.context.obj(kids));
    if (page !== undefined) element.set(nameOf('Pg'), page);
    if (tag.alt !== undefined) element.set(nameOf('Alt'), tag.alt);
    if (tag.lang !== undefined) element.set(nameOf('Lang'), PDFString.of(tag.lang));
    const name = tag.id === undefined ? undefined : this.names.get(tag.id);
    if (name !== undefined) {
      element.set(nameOf('ID'), PDFString.of(name));
      this.ids.set(name, reference);
    }
    const attributes = this.attributes(tag);
    if (attributes !== undefined) element.set(nameOf('A'), attributes);
    this.context.assign(reference, element);
    return reference;
  }

  private writeKid(kid: Kid, parent: PDFRef, page: PDFRef | undefined): PDFObject {
    if (isTag(kid)) return this.write(kid, parent);
    if (!isContent(kid)) {
      this.owners.objects.set(kid.object, parent);
      return this.context.obj({ Type: 'OBJR', Obj: kid.object, Pg: kid.page });
    }
    const onPage = this.owners.contents.get(kid.page) ?? new Map<number, PDFRef>();
    this.owners.contents.set(kid.page, onPage.set(kid.mcid, parent));
    return kid.page === page
      ? PDFNumber.of(kid.mcid)
      : this.context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.mcid });
  }

  private attributes(tag: Tag): PDFObject | undefined {
    if (tag.cell !== undefined) return this.cellAttributes(tag.cell);
    if (tag.box === undefined) return undefined;
    const box = tag.box.map((number) => Math.round(number * 100) / 100);
    return this.context.obj({ O: 'Layout', Placement: 'Block', BBox: box });
  }

  private cellAttributes({ scope, rowSpan, colSpan, headers }: Cell): PDFObject | undefined {
    const heads = headers.flatMap((id) => this.names.get(id) ?? []);
    const attributes = {
      ...(scope !== undefined && { Scope: scope }),
      ...(rowSpan > 1 && { RowSpan: rowSpan }),
      ...(colSpan > 1 && { ColSpan: colSpan }),
      ...(heads.length > 0 && { Headers: heads.map((name) => PDFString.of(name)) }),
    };
    if (Object.keys(attributes).length === 0) return undefined;
    return this.context.obj({ O: 'Table', ...attributes });
  }
}

/** The page of a tag's own content. */
function pageOf(tag: Tag): PDFRef | undefined {
  return tag.kids.find(isContent)?.page;
}

/** From content and annotations back to their tags (14.7.4.4). */
function parentTree(document: PDFDocument, { contents, objects }: Owners) {
  const { context } = document;
  const entries: (number | PDFObject)[] = [];
  let next = 0;
  for (const { ref, node } of document.getPages()) {
    const owners = contents.get(ref);
    node.delete(nameOf('StructParents'));
    if (owners === undefined) continue;
    const most = Math.max(...owners.keys());
    const list = Array.from({ length: most + 1 }, (_, mcid) => owners.get(mcid) ?? null);
    node.set(nameOf('StructParents'), PDFNumber.of(next));
    entries.push(next, context.register(context.obj(list)));
    next += 1;
  }
  for (const [object, owner] of objects) {
    context.lookup(object, PDFDict).set(nameOf('StructParent'), PDFNumber.of(next));
    entries.push(next, owner);
    next += 1;
  }
  return { ParentTree: context.register(context.obj({ Nums: entries })), ParentTreeNextKey: next };
}

function idTree(context: PDFContext, ids: ReadonlyMap<string, PDFRef>): PDFRef {
  const names = [...ids].sort(([one], [other]) => (one < other ? -1 : 1));
  return context.register(context.obj({ Names: names.flatMap(([id, tag]) => [PDFString.of(id), tag]) }));
}
