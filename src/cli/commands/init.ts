import { realpath } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { folderOfSchema } from '../../accounts/content-files.ts';
import { repositoryRoot } from '../../workspace/git.ts';
import { inTheWay } from '../../workspace/in-the-way.ts';
import { PROGRAM, programVersion } from '../../workspace/program.ts';
import { readProject } from '../../workspace/read-project.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { writeFiles } from '../../workspace/write-files.ts';
import type { Command } from '../command.ts';
import { existingPackage, PACKAGE_FILE, projectFiles, WORKFLOWS } from '../init/project-files.ts';
import { FORGE, NAME } from '../init/questions.ts';
import { lines } from '../lines.ts';
import { Answers } from '../new/answers.ts';
import { openDialogue } from '../new/dialogue.ts';
import { readOptions } from '../options.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai init [文件夹] [--name 站名] [--forge 平台]

新建自己的代码库，写到文件夹里（不写就是当前文件夹）：
  content/         站名和网址、一家虚构的单位（能直接生成，供熟悉写法）、供编辑器用的格式说明
  templates/       自己的模板包放在这里；程序自带的不用复制，在 accounts.yaml 里写名称就能用
  package.json     程序固定在现在的版本，更新由您决定；已有的（如 npm install mingbai 之后）只补没有的
  README.md        头十分钟做什么、命令、一次改动怎样通过、怎样更新
  另有 .gitignore、.gitattributes、.npmrc（已有的照旧）、.puppeteerrc.cjs、.vscode/

文件夹里已有其他同名文件的，不写任何文件，逐个列出。

在终端里运行时询问下列两项，写明了的不问；不在终端里，没写的就用平常的：
  --name 站名      平常是“部门决算公开”
  --forge 平台     写好哪个平台的流水线：github、gitlab、gitee、gitea（Forgejo 也用它）；
                   几个都用的写 --forge github,gitlab；平常是无

退出码：0 已新建；2 命令写法不对，或已有同名文件
`;

/** `mingbai init`: a content repository of one's own. */
export const INIT: Command = { help: HELP, run: runInit };

const NPM_SETTINGS = '.npmrc';

/** Why a package.json is in the way: one that can be read is completed. */
const UNREADABLE = '（读不懂：不是 JSON，或其中的 scripts、dependencies 写得不对；请先改正）';

/** More names than that are no help. */
const MOST_LISTED = 20;

async function runInit(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { name: { type: 'string' }, forge: { type: 'string' } });
  const { root, ...given } = values;
  const [named = '.', ...rest] = positionals;
  if (rest.length > 0) throw new WrongCommand('应写成 mingbai init [文件夹]，例如 mingbai init juesuan');
  const folder = resolve(root, named);
  const answered = await ask(given);
  const existing = existingPackage(folder);
  const texts = new Map(await projectFiles({ folder, ...answered, existing }, await readProject(folder)));
  const found = await inTheWay(folder, texts.keys());
  // It may say where packages come from.
  if (found.includes(NPM_SETTINGS)) texts.delete(NPM_SETTINGS);
  const stays = new Set([NPM_SETTINGS, ...(existing === undefined ? [] : [PACKAGE_FILE])]);
  const there = found.filter((path) => !stays.has(path));
  if (there.length > 0) throw new Refusal(refusalText(named, there, answered.forges));
  await writeFiles(folder, texts);
  const unread = answered.forges.length > 0 ? await workflowsUnread(folder) : [];
  process.stdout.write(lines([...doneText(folder, answered.forges, texts), ...unread]));
  return 0;
}

/** Forges read workflows from the top of a repository alone. */
async function workflowsUnread(folder: string): Promise<readonly string[]> {
  const top = await repositoryRoot(folder);
  if (top === undefined || top === (await realpath(folder))) return [];
  return [
    `注意：${folder} 在代码库 ${top} 里面，平台只读最上层的流水线，这里的不会运行。请让它自成一个代码库：在 ${top} 之外新建，再 git init。`,
  ];
}

/** What options and, on a terminal, answers say. */
async function ask(given: Readonly<Record<string, unknown>>) {
  const { stdin, stdout } = process;
  const dialogue = stdin.isTTY && stdout.isTTY ? openDialogue(stdin, stdout) : undefined;
  try {
    const answers = new Answers(given, dialogue);
    return { name: await answers.to(NAME), forges: (await answers.to(FORGE)) ?? [] };
  } finally {
    dialogue?.close();
  }
}

function refusalText(folder: string, there: readonly string[], forges: readonly string[]): string {
  const rest = there.length - MOST_LISTED;
  return [
    `${folder} 里已有下列文件，不会覆盖；请换一个文件夹，或先移走它们。没有写任何文件。`,
    ...there.slice(0, MOST_LISTED).map((path) => `  ${path}${path === PACKAGE_FILE ? UNREADABLE : ''}`),
    ...(rest > 0 ? [`  …… 另有 ${rest} 个`] : []),
    ...forges.map(
      (forge) => `只要加 ${forge} 的流水线的，把 ${join(PROGRAM, WORKFLOWS, forge)} 里的文件照原样复制过来。`,
    ),
  ].join('\n');
}

function doneText(
  folder: string,
  forges: readonly string[],
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  const near = relative('.', folder);
  const way = near.startsWith('..') ? folder : near;
  return [
    `已在 ${folder} 新建：`,
    ...[...texts.keys()]
      .filter((path) => folderOfSchema(path) === undefined)
      .sort()
      .map((path) => `  ${path}`),
    '  content/schema/、templates/schema/（供编辑器用的格式说明）',
    '',
    '接下来：',
    ...(way === '' ? [] : [`  cd ${quoted(way)}`]),
    ...installText(texts.get(PACKAGE_FILE) ?? ''),
    '  npm run build        生成网站，打开 dist/index.html 看范例',
    '  npm test             核对',
    ...(forges.length === 0
      ? []
      : ['  流水线要设置的变量和密钥，见 node_modules/mingbai/scripts/workflows/README.md']),
    '然后照 README.md 做，用 npx mingbai new 单位/年度 新建自己的单位。',
  ];
}

/** The program as an archive that lies outside the project. */
const FILE_ELSEWHERE = /"mingbai": "(file:(?:\.\.\/|\/|~|[A-Za-z]:)[^"]*)"/u;

/** This version may not have been published yet: then it is installed from the file that npm packs. */
function installText(packageFile: string): readonly string[] {
  const outside = FILE_ELSEWHERE.exec(packageFile)?.[1];
  if (outside !== undefined)
    return [
      '  npm install          安装程序',
      `                       package.json 里的程序是 ${outside}，别的电脑和流水线上没有这个文件：`,
      '                       把安装包放进代码库，再在这里 npm install ./安装包',
    ];
  const archive = `mingbai-${programVersion()}.tgz`;
  const isClone = !PROGRAM.split(/[\\/]/u).includes('node_modules');
  return [
    '  npm install          安装程序',
    isClone
      ? `                       npm 上没有这一版的：在 ${PROGRAM} 运行 npm pack，再在这里 npm install ${quoted(join(PROGRAM, archive))}`
      : `                       npm 上没有这一版的，从安装包装：npm install 路径/${archive}`,
  ];
}

/** A path as it can be pasted into a shell. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}_./\\:-]+$/u.test(path) ? path : `"${path}"`;
}
