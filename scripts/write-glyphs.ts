// Writes which characters the fonts of the PDF can show: npm run glyphs
import { writeFileSync } from 'node:fs';
import { packGlyphs } from '../src/document/glyphs.ts';
import { fontCharacters } from '../src/outputs/pdf/font-characters.ts';

const lines = packGlyphs(await fontCharacters());
const text = `/** The characters that the fonts of the PDF can show, written by \`npm run glyphs\`; glyphs.ts reads it. */
export const GLYPH_RANGES = \`
${lines.join('\n')}
\`;
`;
writeFileSync(new URL('../src/document/glyph-ranges.ts', import.meta.url), text);
