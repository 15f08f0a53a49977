import { hash } from 'node:crypto';
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import type { PDFContext, PDFHexString, PDFObject, PDFString } from '@cantoo/pdf-lib';
import { inflateSync } from 'node:zlib';
import { nameOf, textOf } from '../names.ts';
import { isTextObject } from '../text-object.ts';

/** What says how a stream is packed, and not what it holds. */
const PACKING = ['Length', 'Filter', 'DecodeParms'];

/**
 * Sums up objects of a PDF by what they mean: however a file numbers, orders and packs them, the same objects have the same
 * digest. Pages, tags and others that are told by themselves are called by names, which also ends circles.
 */
export class ObjectDigest {
  private readonly known = new Map<PDFRef, string>();
  private readonly texts = new Map<string, string>();
  private readonly context: PDFContext;
  private readonly names: ReadonlyMap<PDFRef, string>;

  /** @param names of objects that are not looked into where others lead to them */
  constructor(context: PDFContext, names: ReadonlyMap<PDFRef, string>) {
    this.context = context;
    this.names = names;
  }

  /** SHA-256, in hexadecimal, of some objects. */
  of(...objects: readonly (PDFObject | undefined)[]): string {
    return hash('sha256', objects.map((object) => this.written(object)).join('\n'));
  }

  /** The same of a dictionary without some of its entries. */
  without(dictionary: PDFDict, keys: readonly string[]): string {
    return hash('sha256', this.entries(dictionary, keys));
  }

  private written(object: PDFObject | undefined): string {
    if (object instanceof PDFRef) return this.names.get(object) ?? this.referred(object);
    if (object instanceof PDFStream) return this.stream(object);
    if (object instanceof PDFDict) return this.entries(object);
    if (object instanceof PDFArray)
      return `[${object
        .asArray()
        .map((one) => this.written(one))
        .join(' ')}]`;
    if (isTextObject(object)) return this.text(object);
    return scalar(object);
  }

  /** Ids of the heads of a table are the same in each of its cells. */
  private text(object: PDFHexString | PDFString): string {
    const key = object.toString();
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    const text = `(${Buffer.from(object.asBytes()).toString('hex')})`;
    this.texts.set(key, text);
    return text;
  }

  private referred(reference: PDFRef): string {
    const known = this.known.get(reference);
    if (known !== undefined) return known;
    // Whoever leads back to here says no more than that.
    this.known.set(reference, 'circle');
    const digest = hash('sha256', this.written(this.context.lookup(reference)));
    this.known.set(reference, digest);
    return digest;
  }

  private entries(dictionary: PDFDict, left: readonly string[] = []): string {
    const said: string[] = [];
    for (const [key, value] of dictionary.entries()) {
      const name = textOf(key);
      const text = left.includes(name) ? 'null' : this.written(value);
      // An entry of nothing is none.
      if (text !== 'null') said.push(`/${name} ${text}`);
    }
    // By their names: no two are the same, and what follows one is a space, which stands before all that a name can go on with.
    return `<<${said.sort().join(' ')}>>`;
  }

  private stream(stream: PDFStream): string {
    const digest = hash('sha256', contentOf(stream));
    return `${this.entries(stream.dict, PACKING)} ${digest}`;
  }
}

/** What a stream holds. What is packed otherwise than by Flate, such as a photograph, is taken as it is. */
export function contentOf(stream: PDFStream): Uint8Array {
  const contents = stream instanceof PDFRawStream ? stream.contents : stream.getContents();
  return stream.dict.lookup(nameOf('Filter')) === nameOf('FlateDecode') ? inflateSync(contents) : contents;
}

function scalar(object: PDFObject | undefined): string {
  if (object instanceof PDFName) return `/${textOf(object)}`;
  if (object instanceof PDFNumber) return String(object.asNumber());
  if (object instanceof PDFBool) return String(object.asBoolean());
  if (object === undefined || object === PDFNull) return 'null';
  return object.toString();
}
