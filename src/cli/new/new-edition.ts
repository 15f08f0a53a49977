import { join } from 'node:path';
import { editionFolder } from '../../accounts/content-files.ts';
import { statedEdition, withCorrection } from '../../accounts/next-year/next-edition.ts';
import { countUnfilled } from '../../accounts/unfilled.ts';
import { decodeSource, type RawFile } from '../../source/source-file.ts';
import { parseYaml, type YamlDocument } from '../../source/yaml.ts';
import { mustNotExist, writeNewFolder } from '../../workspace/new-folder.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { writeFiles } from '../../workspace/write-files.ts';
import { lines } from '../lines.ts';
import { formatText } from '../report.ts';
import { WrongCommand } from '../wrong-command.ts';
import type { NewTarget } from './first-booklet.ts';

/**
 * Keeps a published year as it is in a folder of its own, and opens the correction of the year: the next edition.
 *
 * @param written the number of the edition to come, as it was typed
 * @returns the exit code: 1 where the accounts cannot be read
 * @throws Refusal where the year was not published, or the copy exists
 */
export async function newEdition(
  root: string,
  { slug, year }: NewTarget,
  files: readonly RawFile[],
  written: string,
): Promise<number> {
  const edition = readEdition(written);
  const folder = `content/units/${slug}/${year}`;
  const kept = `content/units/${slug}/${editionFolder(year, edition - 1)}`;
  mustNotExist(join(root, kept));
  const read = readAccounts(files, `${folder}/accounts.yaml`);
  if ('refused' in read) {
    process.stderr.write(read.refused);
    return 1;
  }
  mustBePublished(read.document, edition, `${slug}/${year}`);
  const text = withCorrection(read.document, edition);
  const copies = files.flatMap(({ path, bytes }) =>
    path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), bytes] as const] : [],
  );
  await writeNewFolder(join(root, kept), new Map(copies));
  await writeFiles(root, new Map([[`${folder}/accounts.yaml`, text]]));
  process.stdout.write(
    lines([
      `已把第 ${edition - 1} 版原样存到 ${kept}/（${copies.length} 个文件），以后不要再改它。`,
      `${folder}/accounts.yaml 的“更正”里已写上第 ${edition} 版：请填“日期”和“内容”，改了数字的在“原数”里写原来印的数，再改数字和文字。`,
      `改完运行 npx mingbai check ${slug}/${year}。`,
    ]),
  );
  return 0;
}

function readEdition(written: string): number {
  if (!/^(?:[2-9]|[1-9]\d)$/u.test(written))
    throw new WrongCommand(`--edition 应为更正后的版次，2 至 99 的整数，不能是“${written}”`);
  return Number(written);
}

function readAccounts(
  files: readonly RawFile[],
  path: string,
): { readonly document: YamlDocument } | { readonly refused: string } {
  const file = files.find((one) => one.path === path);
  if (file === undefined)
    throw new Refusal(`没有 ${path}；--edition 用来更正已经公开的年度，请检查单位和年度`);
  const { source, diagnostics: unread } = decodeSource(file);
  const { document, diagnostics } = source === undefined ? { diagnostics: unread } : parseYaml(source);
  return document === undefined || diagnostics.length > 0
    ? { refused: `${formatText(diagnostics)}文件有错误，没有写入；改正后再运行。\n` }
    : { document };
}

/** A copy of what nobody has published would say that it was. */
function mustBePublished(document: YamlDocument, edition: number, name: string): void {
  const { path } = document.source;
  const stated = statedEdition(document);
  if (stated === undefined)
    throw new Refusal(`${path} 的“公开”写法不对；请先运行 npx mingbai check ${name}，改正后再运行`);
  if (stated.draft !== undefined)
    throw new Refusal(
      `${path} 写着“稿本: ${stated.draft}”，还没有正式公开，不用保留；直接修改，定稿时删去这一行`,
    );
  const unfilled = countUnfilled(document);
  if (unfilled > 0)
    throw new Refusal(`${path} 还有 ${unfilled} 处待填，不是公开过的版次；请先填写、公开，再更正`);
  if (stated.edition !== edition - 1)
    throw new WrongCommand(
      `${path} 是第 ${stated.edition} 版，下一次更正是 --edition ${stated.edition + 1}，不能是 ${edition}`,
    );
}
