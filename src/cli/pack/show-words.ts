import type { BookletSource } from '../../document/booklet-source.ts';
import { packWords } from '../../describe/words/pack-words.ts';
import { bookletsIn, findSample, sampleOf } from '../../describe/words/sample.ts';
import { wordsText } from '../../describe/words/words-text.ts';
import { madeOf, type LoadedPacks } from '../../pack/load-packs.ts';
import type { Pack } from '../../pack/pack.ts';
import type { RawFile } from '../../source/source-file.ts';
import { readProject } from '../../workspace/read-project.ts';
import { formOf } from '../formats/form-of.ts';
import { printableJson } from '../formats/printable-json.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { formatText } from '../report.ts';
import { readTargets } from '../selection.ts';
import { WrongCommand } from '../wrong-command.ts';
import { findingsIn, mustExist, openPacks } from './open-packs.ts';

/** `mingbai pack NAME --words`: everything that templates of a pack can name. */
export async function showWords(words: readonly string[]): Promise<number> {
  const { root, name, unit, format } = readWords(words);
  const files = await readProject(root);
  const packs = openPacks(files);
  mustExist(name, packs);
  const pack = usablePack(name, packs);
  if (pack === undefined) return 1;
  const source = unit === undefined ? findSample(files, pack.slug) : sampleIn(unit, files, pack.slug);
  if (source === undefined && unit !== undefined) return 1;
  const list = packWords(pack, source);
  process.stdout.write(format(list));
  return pack.slug === name ? 0 : 1;
}

function readWords(words: readonly string[]) {
  const { values, positionals } = readOptions(words, {
    words: { type: 'boolean', default: false },
    unit: { type: 'string' },
    format: { type: 'string', default: 'text' },
  });
  const { words: wanted, unit, format = '' } = values as { words?: boolean; unit?: string; format?: string };
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0 || wanted !== true)
    throw new WrongCommand('应写成 mingbai pack 模板包 --words，例如 mingbai pack xinjiang-2023 --words');
  return { root: values.root, name, unit, format: formOf(FORMATS, format) };
}

const FORMATS = {
  text: (list: ReturnType<typeof packWords>) => lines(wordsText(list)),
  json: printableJson,
};

/**
 * The pack of a name, or the nearest that it inherits from: who mends a draft needs its words most. What is wrong with
 * the pack is told.
 */
function usablePack(name: string, packs: LoadedPacks): Pack | undefined {
  const own = packs.packs.get(name);
  if (own !== undefined) return own;
  process.stderr.write(formatText(findingsIn(name, packs)));
  const pack = [...madeOf(name, packs)].flatMap((one) => packs.packs.get(one) ?? [])[0];
  const instead = pack === undefined ? '' : `。以下是它所继承的“${pack.slug}”的词`;
  refuse(`模板包“${name}”有错误，不能使用；请先改正${instead}`);
  return pack;
}

/** The booklet that was asked for; what is wrong with it is told where it has no text. */
function sampleIn(word: string, files: readonly RawFile[], pack: string): BookletSource | undefined {
  const [target] = readTargets([word], files);
  const booklets = bookletsIn(files).filter(
    ({ unit, year }) => unit === target?.slug && (target.year ?? year) === year,
  );
  const newest = booklets.toSorted((a, b) => b.year - a.year)[0];
  if (newest === undefined) throw new WrongCommand(`${word} 没有决算，不能举例；请换一个单位`);
  const { source, diagnostics } = sampleOf(files, pack, newest);
  if (source === undefined) {
    process.stderr.write(formatText(diagnostics.filter(({ severity }) => severity === 'error')));
    refuse(`${newest.unit}/${newest.year} 有错误，不能举例；请先改正，或换一个单位`);
  }
  return source;
}

function refuse(message: string): void {
  process.stderr.write(lines([message]));
}
