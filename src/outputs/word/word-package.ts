import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const TEXT = 'word/document.xml';
/** Where a package says when it was made. */
const PROPERTIES = 'docProps/core.xml';
const TIMES = /(<dcterms:(?:created|modified) [^>]*>)[^<]*/g;
const LANGUAGE = '<dc:language>zh-CN</dc:language>';
/** What names a bookmark, or is one. */
const BOOKMARKS = /<w:(?:bookmarkStart|bookmarkEnd|hyperlink) [^>]*>|<w:instrText[^>]*>PAGEREF _Toc\d+/g;
const BOOKMARK_ID = /(w:id="|_Toc)(\d+)/g;

/**
 * A package of Word as it is made on a given day by a program that has made no other. The library writes the clock's time
 * into its properties and beside each of its files, names no language, counts bookmarks on from one document to the next, and cannot be told
 * otherwise (docx 9.15.2).
 */
export function packageOfDay(bytes: Uint8Array, year: number, month: number, day: number): Uint8Array {
  const files = unzipSync(bytes);
  const change = (path: string, changed: (xml: string) => string): void => {
    const file = files[path];
    if (file === undefined) throw new Error(`a package without ${path}`);
    files[path] = strToU8(changed(strFromU8(file)));
  };
  const time = new Date(Date.UTC(year, month - 1, day)).toISOString().replace('.000', '');
  change(PROPERTIES, (xml) =>
    xml.replaceAll(TIMES, `$1${time}`).replace('<dcterms:created', `${LANGUAGE}<dcterms:created`),
  );
  change(TEXT, countedFromOne);
  // Zip files hold local time: that of the calendar's day is the same in every time zone.
  return zipSync(files, { mtime: new Date(year, month - 1, day) });
}

/** In texts `<` is never written as it is, so what is found is markup. */
function countedFromOne(xml: string): string {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  };
  return xml.replaceAll(BOOKMARKS, (markup) =>
    markup.replaceAll(BOOKMARK_ID, (_, before: string, id: string) => `${before}${numberOf(id)}`),
  );
}
