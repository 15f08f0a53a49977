import { basename } from 'node:path';
import { openWhole } from '../../compile/open-input.ts';
import { fitGiven } from '../../import/fit/fit-given.ts';
import { totalOf, type Fit, type Share, type Unexplained } from '../../import/fit/fit.ts';
import { isRefused, MAX_FILE_BYTES, type Refused } from '../../import/given-file.ts';
import type { RecognisedBy } from '../../import/reading.ts';
import { shortened } from '../../source/visible-text.ts';
import { readGiven } from '../../workspace/given-files.ts';
import { readProject } from '../../workspace/read-project.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { formOf } from '../formats/form-of.ts';
import { printableJson } from '../formats/printable-json.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { openProgress } from '../progress.ts';
import { formatText } from '../report.ts';
import { WrongCommand } from '../wrong-command.ts';
import { findingsIn, mustExist } from './open-packs.ts';

/** `mingbai pack fit NAME FILE…`: how much of published booklets a pack explains; exit code 1 if not all of it. */
export async function showFit(words: readonly string[]): Promise<number> {
  const { root, name, paths, format } = readWords(words);
  const by = await readBy(root, name);
  const fits: (Fit | Refused)[] = [];
  const progress = await openProgress();
  try {
    for (const [index, path] of paths.entries()) {
      progress.show(`读 ${index + 1}/${paths.length} ${basename(path)}`);
      fits.push(...(await fitGiven(await readGiven(path, MAX_FILE_BYTES), basename(path), by)));
    }
  } finally {
    progress.end();
  }
  process.stdout.write(format(fits, name));
  return fits.every((fit) => !isRefused(fit) && isWhole(fit)) ? 0 : 1;
}

function readWords(words: readonly string[]) {
  const { values, positionals } = readOptions(words, { format: { type: 'string', default: 'text' } });
  const { format = '' } = values as { format?: string };
  const [name, ...paths] = positionals;
  if (name === undefined || paths.length === 0)
    throw new WrongCommand(
      '应写成 mingbai pack fit 模板包 文件…，例如 mingbai pack fit xinjiang-2023 公开文本.pdf',
    );
  return { root: values.root, name, paths, format: formOf(FORMATS, format) };
}

const FORMATS: Readonly<Record<string, (fits: readonly (Fit | Refused)[], pack: string) => string>> = {
  text: (fits) => lines(textOf(fits)),
  json: jsonOf,
};

/** A pack, with the classifications of the last year for which it is made. */
async function readBy(root: string, name: string): Promise<RecognisedBy> {
  const { packs, content } = openWhole(await readProject(root));
  mustExist(name, packs);
  const pack = packs.packs.get(name);
  if (pack === undefined) {
    process.stderr.write(formatText(findingsIn(name, packs)));
    throw new Refusal(`模板包“${name}”有错误，不能用来读；请先改正`);
  }
  const codes = content.shared.codesFor(Math.max(...pack.years));
  return { pack, codes, items: new Map() };
}

function isWhole({ sentences, numbers, cells }: Pick<Fit, 'sentences' | 'numbers' | 'cells'>): boolean {
  return [sentences, numbers, cells].every(({ explained, all }) => explained === all);
}

function readOf(fits: readonly (Fit | Refused)[]): readonly Fit[] {
  return fits.flatMap((fit) => (isRefused(fit) ? [] : [fit]));
}

function jsonOf(fits: readonly (Fit | Refused)[], pack: string): string {
  const read = readOf(fits);
  return printableJson({
    pack,
    files: fits,
    summary: { files: fits.length, refused: fits.length - read.length, ...totalOf(read) },
  });
}

function textOf(fits: readonly (Fit | Refused)[]): readonly string[] {
  const read = readOf(fits);
  const refused = fits.length - read.length;
  return [
    ...fits.flatMap((fit) =>
      isRefused(fit)
        ? [`${fit.file}：${fit.refused}`]
        : [`${fit.file}：${sharesText(fit)}${apartText(fit)}`, ...fit.unexplained.flatMap(unexplainedText)],
    ),
    ...(fits.length > 1
      ? [
          `合计 ${fits.length} 个${refused === 0 ? '' : `，读不了 ${refused} 个`}：${sharesText(totalOf(read))}`,
        ]
      : []),
  ];
}

function sharesText({ sentences, numbers, cells }: Pick<Fit, 'sentences' | 'numbers' | 'cells'>): string {
  const shares = [
    ['句子', sentences],
    ['数', numbers],
    ['格', cells],
  ] as const;
  const told = shares.filter(([, { all }]) => all > 0).map(([what, share]) => `${what} ${shareText(share)}`);
  return told.length === 0 ? '没有能核对的内容' : told.join('，');
}

function apartText({ apart }: Fit): string {
  return apart === 0 ? '' : `；另有 ${apart} 句在表、自评表、名词解释、封面或目录的位置上，没有核对`;
}

/** Never 100 % where something is left. */
function shareText({ explained, all }: Share): string {
  const tenths = Math.floor((explained / all) * 1000) / 10;
  return `${explained}/${all}（${tenths.toFixed(1)}%）`;
}

/** A long sentence is told of by its beginning: its place says the rest. */
const LONGEST = 100;

function unexplainedText({ at, text, why, nearest }: Unexplained): readonly string[] {
  if (why !== undefined) return [`  ${at} ${text}：${why}`];
  const most =
    nearest === undefined
      ? '模板里没有相近的'
      : `${nearest.file}:${nearest.line} ${shortened(nearest.text, LONGEST)}`;
  return [`  ${at} ${shortened(text, LONGEST)}`, `      最近的模板句：${most}`];
}
