import { decodeSource, type RawFile } from '../source/source-file.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { missingCharacters } from './pdf/missing-characters.ts';

/**
 * Characters of the input that the PDF's fonts cannot show, each at every place where it stands. They would be
 * printed as empty boxes.
 */
export async function unprintableCharacters(files: readonly RawFile[]): Promise<readonly Diagnostic[]> {
  const sources = files.flatMap((file) => decodeSource(file).source ?? []);
  const missing = await missingCharacters(sources.map((source) => source.text).join(''));
  return sources.flatMap((source) =>
    missing.flatMap((character) =>
      placesOf(source.text, character).map((offset) => {
        const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        const message = `PDF 的字库里没有“${character}”（U+${code}）；请改用通行的写法`;
        return error('unprintable-character', message, source.placeAt(offset));
      }),
    ),
  );
}

function placesOf(text: string, character: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) places.push(at);
  return places;
}
