/**
 * The colours that the PDF's numbers mean: sRGB after IEC 61966-2-1, as a colour profile of the ICC (ICC.1:2004-10, version 4.2).
 * Made here from the published numbers, so that no licence of anybody's file comes with it.
 */

/** How light of a channel's number is made (para, type 3): ((a·x + b)^g above d, c·x below). */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;

/** White of the profile's space, D50. */
const WHITE = [0.9642, 1, 0.8249] as const;

/** The primaries, adapted from D65 to D50 by the method of Bradford. */
const PRIMARIES = {
  rXYZ: [0.43606567, 0.2224884, 0.01391602],
  gXYZ: [0.38514709, 0.71687317, 0.09707642],
  bXYZ: [0.14306641, 0.06060791, 0.71409607],
} as const;

/** How white of D65 was adapted to D50, row by row. */
const ADAPTATION = [
  1.04788208, 0.0229187, -0.05020142, 0.02958679, 0.99047852, -0.01707458, -0.00924683, 0.01507568,
  0.75167847,
];

const HEADER = 128;
const CREATED = [1999, 10, 18, 0, 0, 0] as const;

/** The profile as the bytes of a `.icc` file. */
export function colourProfile(): Uint8Array {
  const curve = numbers('para', CURVE, [0, 3, 0, 0]);
  const tags: readonly (readonly [name: string, data: Uint8Array])[] = [
    ['desc', text('sRGB')],
    ['cprt', text('CC0')],
    ['wtpt', numbers('XYZ ', WHITE)],
    ['chad', numbers('sf32', ADAPTATION)],
    ...Object.entries(PRIMARIES).map(([name, xyz]) => [name, numbers('XYZ ', xyz)] as const),
    ...['rTRC', 'gTRC', 'bTRC'].map((name) => [name, curve] as const),
  ];
  const blocks = [...new Set(tags.map(([, data]) => data))];
  const start = HEADER + 4 + 12 * tags.length;
  const offsets = new Map<Uint8Array, number>();
  let size = start;
  for (const block of blocks) {
    offsets.set(block, size);
    size += block.length;
  }
  const table = tags.map(([name, data]) =>
    concat([ascii(name), word(offsets.get(data) ?? 0), word(data.length)]),
  );
  return concat([header(size), word(tags.length), ...table, ...blocks]);
}

function header(size: number): Uint8Array {
  const bytes = new Uint8Array(HEADER);
  bytes.set(word(size), 0);
  bytes.set(word(0x04200000), 8);
  bytes.set(ascii('mntrRGB XYZ '), 12);
  const view = new DataView(bytes.buffer);
  for (const [index, part] of CREATED.entries()) view.setUint16(24 + 2 * index, part);
  bytes.set(ascii('acsp'), 36);
  bytes.set(fixed(WHITE), 68);
  return bytes;
}

/** A text in one language (`mluc`), padded to whole words. */
function text(value: string): Uint8Array {
  const units = value.split('').flatMap((character) => [0, character.charCodeAt(0)]);
  const padding = new Uint8Array((4 - (units.length % 4)) % 4);
  const parts = [
    word(1),
    word(12),
    ascii('enUS'),
    word(units.length),
    word(28),
    Uint8Array.from(units),
    padding,
  ];
  return concat([ascii('mluc'), word(0), ...parts]);
}

function numbers(type: string, values: readonly number[], before: readonly number[] = []): Uint8Array {
  return concat([ascii(type), word(0), Uint8Array.from(before), fixed(values)]);
}

/** Numbers with 16 binary places. */
function fixed(values: readonly number[]): Uint8Array {
  return concat(values.map((value) => word(Math.round(value * 0x10000) >>> 0)));
}

function word(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function ascii(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
