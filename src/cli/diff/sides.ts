import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RawFile } from '../../source/source-file.ts';
import { branchPoint, readRevision } from '../../workspace/git-sources.ts';
import { INPUT_FOLDERS, readSources } from '../../workspace/read-sources.ts';
import { withShipped } from '../../workspace/read-project.ts';
import { Refusal } from '../../workspace/refusal.ts';

/** One side of a comparison: its files, and what it is called. */
export interface Side {
  readonly name: string;
  readonly files: readonly RawFile[];
}

/**
 * Reads what is compared: folders that hold content/ or templates/, or revisions of the repository of the project.
 *
 * @param base by default where the work left the main branch
 * @param head by default the project as it lies in its folder
 */
export async function readSides(
  root: string,
  base: string | undefined,
  head: string | undefined,
): Promise<{ readonly before: Side; readonly after: Side }> {
  const from = base ?? (await branchPoint(root));
  if (from === undefined)
    throw new Refusal(
      '不知道同什么比较：这里不是 git 代码库，没有 main、master 分支，或者只取了最近的提交（流水线里请取全部历史）；请写明，例如 mingbai diff HEAD',
    );
  const side = await readSide(root, from);
  const before = base === undefined ? { ...side, name: `分支点 ${from.slice(0, SHORT)}` } : side;
  const after =
    head === undefined ? { name: '工作文件夹', files: await readSources(root) } : await readSide(root, head);
  for (const { name, files } of [before, after])
    if (files.length === 0)
      throw new Refusal(`“${name}”里没有 content/ 和 templates/；请在项目文件夹里运行，或用 --root 指明`);
  return { before: await complete(root, before), after: await complete(root, after) };
}

/** Both sides are read with the packs and code tables of the program that compares them. */
async function complete(root: string, { name, files, folder = root }: OwnSide): Promise<Side> {
  return { name, files: await withShipped(folder, files) };
}

/** Characters by which people know a commit. */
const SHORT = 10;

/** A side with what it holds itself, and where, if that is another folder than the project's. */
interface OwnSide extends Side {
  readonly folder?: string;
}

async function readSide(root: string, word: string): Promise<OwnSide> {
  const folder = resolve(word);
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  const holdsInput = INPUT_FOLDERS.some((name) => existsSync(join(folder, name)));
  if (isFolder && holdsInput) return { name: word, folder, files: await readSources(folder) };
  return { name: word, files: await readRevision(root, word) };
}
