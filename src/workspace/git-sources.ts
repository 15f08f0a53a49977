import { mostBytes, type RawFile } from '../source/source-file.ts';
import { decodeName } from './file-names.ts';
import { git } from './git.ts';
import { INPUT_FOLDERS } from './read-sources.ts';
import { Refusal } from './refusal.ts';

/** A file of a revision, before it is read. */
interface TreeEntry {
  readonly mode: string;
  readonly object: string;
  readonly size: number;
  readonly name: Buffer;
}

/** Names under which a main branch is known, those of the place that was cloned first. */
const MAIN_BRANCHES = ['refs/remotes/origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/**
 * The input files as a revision has them, by git alone: nothing is checked out. They are read as those on a disk are
 * (`readSources`): links are not followed, and of what is too large only its size is kept.
 *
 * @param root folder of the repository that holds content/ and templates/
 */
export async function readRevision(root: string, revision: string): Promise<readonly RawFile[]> {
  const commit = await commitOf(root, revision);
  if (commit === undefined) throw new Refusal(await whyNone(root, revision));
  const listed = await git(root, ['ls-tree', '-r', '-l', '-z', commit, '--', ...INPUT_FOLDERS]);
  if (listed === undefined) throw new Refusal(`git 读不出“${revision}”的文件；请检查代码库是否完整`);
  const entries = entriesIn(listed);
  const wanted = new Set(entries.filter(isReadable).map(({ object }) => object));
  const objects = await git(
    root,
    ['cat-file', '--batch'],
    [...wanted].map((object) => `${object}\n`).join(''),
  );
  const texts = objectsIn(objects ?? Buffer.alloc(0));
  if (texts.size < wanted.size)
    throw new Refusal(`“${revision}”的文件不在本地的代码库里；请先取回（git fetch）`);
  return entries.flatMap((entry) => fileOf(entry, texts)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The revision where the work in a folder left the main branch; undefined where that is not known. */
export async function branchPoint(root: string): Promise<string | undefined> {
  for (const branch of MAIN_BRANCHES) {
    const main = await commitOf(root, branch);
    const point = main && (await git(root, ['merge-base', 'HEAD', main]));
    if (point !== undefined && point !== '') return point.toString().trim();
  }
  return undefined;
}

async function commitOf(root: string, revision: string): Promise<string | undefined> {
  if (revision === '' || revision.startsWith('-')) return undefined;
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  return (await git(root, words))?.toString().trim();
}

async function whyNone(root: string, revision: string): Promise<string> {
  const inside = await git(root, ['rev-parse', '--git-dir']);
  return inside === undefined
    ? `“${revision}”不是文件夹，这里也不是 git 代码库（或者它属于别的用户，git 不肯读）；请给出两个文件夹，或者在代码库里运行`
    : `git 没有“${revision}”这个版本，也没有这个文件夹；请写分支、标签或提交的名称，或者装着 content/ 和 templates/ 的文件夹`;
}

/** `mode type object size\tname`, each ended by a zero byte. */
function entriesIn(listed: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let from = 0, end = listed.indexOf(0); end >= 0; from = end + 1, end = listed.indexOf(0, from)) {
    const tab = listed.indexOf('\t', from);
    const [mode = '', , object = '', size = '0'] = listed.subarray(from, tab).toString('latin1').split(/ +/);
    entries.push({ mode, object, size: Number(size), name: listed.subarray(tab + 1, end) });
  }
  return entries;
}

function isReadable({ mode, size, name }: TreeEntry): boolean {
  return mode.startsWith('100') && size <= mostBytes(decodeName(name).text);
}

/** `object blob size\n`, then its bytes and a line end. */
function objectsIn(answer: Buffer): ReadonlyMap<string, Uint8Array> {
  const objects = new Map<string, Uint8Array>();
  for (let at = 0; at < answer.length;) {
    const end = answer.indexOf('\n', at);
    const [object = '', type, size = ''] = answer.subarray(at, end).toString('latin1').split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    objects.set(object, new Uint8Array(answer.subarray(at, at + Number(size))));
    at += Number(size) + 1;
  }
  return objects;
}

function fileOf(entry: TreeEntry, texts: ReadonlyMap<string, Uint8Array>): readonly RawFile[] {
  const { text: path, valid } = decodeName(entry.name);
  const nothing = new Uint8Array();
  if (!valid) return [{ path, bytes: nothing, problem: { kind: 'name' } }];
  if (!entry.mode.startsWith('100')) {
    const hidden = path.slice(path.lastIndexOf('/') + 1).startsWith('.');
    return hidden ? [] : [{ path, bytes: nothing, problem: { kind: 'special' } }];
  }
  // The content of a file that is too large does not matter, only that it is.
  return [{ path, bytes: texts.get(entry.object) ?? new Uint8Array(mostBytes(path) + 1) }];
}
