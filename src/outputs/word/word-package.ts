import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Where a package says when it was made. */
const PROPERTIES = 'docProps/core.xml';
const TIMES = /(<dcterms:(?:created|modified) [^>]*>)[^<]*/g;

/**
 * A package of Word as of a given day. The library writes the clock's time into its properties and beside each of its
 * files, and cannot be told another (docx 9.15.2).
 */
export function packageOfDay(bytes: Uint8Array, year: number, month: number, day: number): Uint8Array {
  const files = unzipSync(bytes);
  const properties = files[PROPERTIES];
  if (properties === undefined) throw new Error(`a package without ${PROPERTIES}`);
  const time = new Date(Date.UTC(year, month - 1, day)).toISOString().replace('.000', '');
  files[PROPERTIES] = strToU8(strFromU8(properties).replaceAll(TIMES, `$1${time}`));
  // Zip files hold local time: that of the calendar's day is the same in every time zone.
  return zipSync(files, { mtime: new Date(year, month - 1, day) });
}
