import { error, warning, type Diagnostic } from '../../source/diagnostic.ts';
import { MAX_FONT_BYTES, problemOf, startOf, type RawFile } from '../../source/source-file.ts';
import { placeOfValue } from '../../source/yaml.ts';
import type { Loaded } from '../reader.ts';
import type { SiteSettings } from '../schema/site.ts';
import { TYPEFACES, type Typeface } from '../schema/typefaces.ts';
import { suggestion } from '../suggestion.ts';
import { embeddingProblem } from './embedding.ts';
import { FontTables } from './font-tables.ts';
import { fontWords } from './font-words.ts';

/** A font that a PDF may hold a part of, and what goes with every copy. Plain data, to be kept and handed on. */
export interface FontTerms {
  readonly name: string;
  /** By which PDF files name it, one for each weight. */
  readonly postScriptNames: readonly string[];
  /** What the font itself states: copyright, licence. */
  readonly notice: readonly string[];
}

/** A font file of the body's own, in place of the program's for a typeface. */
export interface OwnFont {
  readonly typeface: Typeface;
  /** Of its file, from the project's root. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly terms: FontTerms;
}

const FOLDER = 'content/fonts/';
/** Licences and notes may lie beside the fonts. */
const NOTES = /\.(?:md|txt)$/u;

/**
 * The fonts that `content/site.yaml` names, and what keeps one from being embedded.
 *
 * @param files those of `content/fonts/`
 */
export function ownFonts(
  site: Loaded<SiteSettings> | undefined,
  files: readonly RawFile[],
): { readonly fonts: readonly OwnFont[]; readonly diagnostics: readonly Diagnostic[] } {
  const fonts: OwnFont[] = [];
  const diagnostics: Diagnostic[] = files.flatMap((file) => problemOf(file) ?? []);
  const named = new Set<string>();
  for (const typeface of TYPEFACES) {
    const name = site?.value.fonts?.[typeface];
    if (site === undefined || name === undefined) continue;
    named.add(FOLDER + name);
    const read = readFont(typeface, name, files);
    if (read === undefined) continue;
    if ('bytes' in read) fonts.push(read);
    else diagnostics.push(error(read.rule, read.message, placeOfValue(site.document, ['字体', typeface])));
  }
  return { fonts, diagnostics: [...diagnostics, ...files.flatMap((file) => unnamed(file, named))] };
}

interface Fault {
  readonly rule: 'missing-file' | 'file-too-large' | 'unfit-font' | 'font-licence';
  readonly message: string;
}

/** Undefined where the file's own problem has been told. */
function readFont(typeface: Typeface, name: string, files: readonly RawFile[]): OwnFont | Fault | undefined {
  const path = FOLDER + name;
  const file = files.find((one) => one.path === path);
  if (file === undefined) {
    const near = suggestion(
      name,
      files.map((one) => one.path.slice(FOLDER.length)),
    );
    return { rule: 'missing-file', message: `没有 ${path}${near}；请放入这个字体文件，或改正文件名` };
  }
  if (file.problem !== undefined) return undefined;
  if (file.bytes.length > MAX_FONT_BYTES) {
    const message = `${path} 超过 ${MAX_FONT_BYTES / 1024 ** 2} MB；请换一个字体文件`;
    return { rule: 'file-too-large', message };
  }
  const tables = FontTables.open(file.bytes);
  if (typeof tables === 'string') return { rule: 'unfit-font', message: `${path} ${tables}` };
  const refused = embeddingProblem(tables.table('OS/2'));
  if (refused !== undefined) {
    const message = `字体 ${path} ${refused}；请向字体厂商取得可以嵌入的版本，或换一种字体，或删去这一行用自带的字体`;
    return { rule: 'font-licence', message };
  }
  const words = fontWords(tables.table('name'));
  const { postScriptName, notice } = words;
  if (postScriptName === undefined)
    return { rule: 'unfit-font', message: `${path} 没有 PDF 里可用的英文名（PostScript 名）；请换一个文件` };
  const terms = { name: words.name ?? postScriptName, postScriptNames: [postScriptName], notice };
  return { typeface, path, bytes: file.bytes, terms };
}

function unnamed(file: RawFile, named: ReadonlySet<string>): readonly Diagnostic[] {
  if (named.has(file.path) || file.problem !== undefined || NOTES.test(file.path)) return [];
  const message = 'content/site.yaml 的“字体”没有写这个文件，它不会被嵌入；请写上，或删除这个文件';
  return [warning('unused-file', message, startOf(file))];
}
