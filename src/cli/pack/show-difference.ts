import { comparePacks } from '../../describe/difference/compare-packs.ts';
import type { LoadedPacks } from '../../pack/load-packs.ts';
import type { Pack } from '../../pack/pack.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { readProject } from '../../workspace/read-project.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { formatText } from '../report.ts';
import { WrongCommand } from '../wrong-command.ts';
import { findingsIn, mustExist, openPacks } from './open-packs.ts';

/** `mingbai pack diff A B`: what two packs print differently; exit code 1 if anything. */
export async function showDifference(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {});
  const [first, second, ...rest] = positionals;
  if (first === undefined || second === undefined || rest.length > 0)
    throw new WrongCommand(
      '应写成 mingbai pack diff 模板包 模板包，例如 mingbai pack diff xinjiang-2023 demo-2023',
    );
  const packs = openPacks(await readProject(values.root));
  for (const name of [first, second]) mustExist(name, packs);
  const sentences = comparePacks(usable(first, packs), usable(second, packs));
  const summary =
    sentences.length === 0
      ? `${first} 与 ${second} 印出来没有不同`
      : `${first} 与 ${second} 有 ${sentences.length} 处不同`;
  process.stdout.write(lines([...sentences, summary]));
  return sentences.length === 0 ? 0 : 1;
}

/** A pack without errors in it: exit code 1 would say that the packs differ. */
function usable(name: string, packs: LoadedPacks): Pack {
  const pack = packs.packs.get(name);
  if (pack !== undefined) return pack;
  process.stderr.write(formatText(findingsIn(name, packs)));
  throw new Refusal(`模板包“${name}”有错误，不能比较；请先改正`);
}
