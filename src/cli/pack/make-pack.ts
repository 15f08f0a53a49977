import { join } from 'node:path';
import { packName, year as yearSchema } from '../../accounts/schema/entries.ts';
import { draftPack } from '../../describe/draft/draft-pack.ts';
import { SCHEMA_FOLDER } from '../../pack/load-packs.ts';
import { writeNewFolder } from '../../workspace/new-folder.ts';
import { readProject } from '../../workspace/read-project.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { formatText } from '../report.ts';
import { WrongCommand } from '../wrong-command.ts';
import { findingsIn, mustExist, openPacks } from './open-packs.ts';

/** What `mingbai pack` itself understands in the place of a name, and the folder that holds no pack. */
const RESERVED: ReadonlySet<string> = new Set(['new', 'diff', 'fit', SCHEMA_FOLDER]);

/** `mingbai pack new NAME --from BASE`: a pack that prints what its base prints, to be changed. */
export async function makePack(words: readonly string[]): Promise<number> {
  const { root, name, from, year } = readWords(words);
  const files = await readProject(root);
  const packs = openPacks(files);
  mustExist(from, packs);
  const base = packs.packs.get(from);
  if (base === undefined) {
    process.stderr.write(formatText(findingsIn(from, packs)));
    process.stderr.write(lines([`模板包“${from}”有错误，改正后才能继承`]));
    return 1;
  }
  const folder = `templates/${name}`;
  if (files.some(({ path, shipped }) => shipped !== undefined && path.startsWith(`${folder}/`)))
    throw new WrongCommand(`“${name}”是程序自带的模板包，同名的会整个替换它；请换一个名称`);
  const hasSchema = files.some(({ path }) => path === `templates/${SCHEMA_FOLDER}/pack.json`);
  const years = year === undefined ? base.years : [year];
  const text = draftPack({ slug: name, base, years, hasSchema });
  await writeNewFolder(join(root, folder), new Map([['pack.yaml', text]]));
  process.stdout.write(
    lines([
      `已新建 ${folder}/pack.yaml，继承 ${from}：现在印出来与它一样；可以写的各项都作为注释列在里面`,
      `模板里可以写什么：npx mingbai pack ${name} --words`,
      `与 ${from} 印出来有什么不同：npx mingbai pack diff ${from} ${name}`,
      `哪个单位用它，在那本决算的 accounts.yaml 里写“模板: ${name}”，再运行 npx mingbai check`,
    ]),
  );
  return 0;
}

function readWords(words: readonly string[]) {
  const { values, positionals } = readOptions(words, { from: { type: 'string' }, year: { type: 'string' } });
  const { from, year } = values as { from?: string; year?: string };
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0 || from === undefined)
    throw new WrongCommand(
      '应写成 mingbai pack new 模板包 --from 模板包，例如 mingbai pack new shifan-2024 --from xinjiang-2023',
    );
  if (!packName.safeParse(name).success)
    throw new WrongCommand(
      `“${name}”不能作模板包的名称：只含小写字母、数字和连字符，以字母或数字开头，例如 shifan-2024`,
    );
  if (RESERVED.has(name)) throw new WrongCommand(`“${name}”不能作模板包的名称，程序另有用处；请换一个`);
  if (year !== undefined && !yearSchema.safeParse(year).success)
    throw new WrongCommand(`--year 应为四位年份，例如 2024，不能是“${year}”`);
  return { root: values.root, name, from, year: year === undefined ? undefined : Number(year) };
}
