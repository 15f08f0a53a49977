import { GLYPH_RANGES } from './glyph-ranges.ts';

/** Characters that nearly every text consists of, all in the fonts: whatever has only these is not looked at further. */
const UNCOMMON =
  /[^\s -~\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u3001-\u3011\u3014\u3015\u4e00-\u9fff\uff01-\uff5e]/u;
/** Characters without a shape of their own: spaces, line ends, joiners, selectors, soft hyphens. */
const WITHOUT_SHAPE = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

let known: ReadonlySet<number> | undefined;

/** The visible characters of a text that no font of the PDF can show, each once, in their order. */
export function missingGlyphs(text: string): readonly string[] {
  if (!UNCOMMON.test(text)) return [];
  const glyphs = (known ??= unpackGlyphs(GLYPH_RANGES));
  return [...new Set(text)].filter(
    (character) => !WITHOUT_SHAPE.test(character) && !glyphs.has(character.codePointAt(0) ?? 0),
  );
}

const RADIX = 36;
const PER_LINE = 16;

/** Code points as stretches: how many are left out, how many follow (`6v.2`), in lines. */
export function packGlyphs(codes: ReadonlySet<number>): readonly string[] {
  const stretches: string[] = [];
  let end = 0;
  let start = -1;
  let last = -1;
  const close = (): void => {
    if (start < 0) return;
    stretches.push(`${(start - end).toString(RADIX)}.${(last + 1 - start).toString(RADIX)}`);
    end = last + 1;
  };
  for (const code of [...codes].sort((a, b) => a - b)) {
    if (code !== last + 1 || start < 0) {
      close();
      start = code;
    }
    last = code;
  }
  close();
  const lines = Array.from({ length: Math.ceil(stretches.length / PER_LINE) }, (_, line) =>
    stretches.slice(line * PER_LINE, (line + 1) * PER_LINE).join(' '),
  );
  return lines;
}

/** Reads what `packGlyphs` wrote. */
export function unpackGlyphs(packed: string): ReadonlySet<number> {
  const codes = new Set<number>();
  let code = 0;
  for (const stretch of packed.trim().split(/\s+/)) {
    const [gap = 0, count = 0] = stretch.split('.').map((digits) => Number.parseInt(digits, RADIX));
    code += gap;
    for (let left = count; left > 0; left -= 1) codes.add(code++);
  }
  return codes;
}
