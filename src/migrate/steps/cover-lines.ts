import { entriesOf } from '../../source/writer/value.ts';
import { isOlderPack } from '../older-pack.ts';
import type { OlderEntry, Step } from '../step.ts';

/** What every cover had above and below its title before packs could say so. */
const COVER: readonly (readonly [key: string, lines: readonly string[]])[] = [
  ['封面眉题', ['部门决算公开']],
  ['封面落款', ['{{单位.名称}}公开']],
];

/** The cover's first and last lines were the program's; a pack that does not state them now has none. */
export const COVER_LINES: Step = {
  since: '0.1.0',
  files: /^templates\/[^/]+\/pack\.yaml$/u,
  find(document, others) {
    if (!isOlderPack(document, others)) return [];
    const entries = entriesOf(document.root);
    return COVER.filter(([key]) => !entries.has(key)).map(([key, lines]): OlderEntry => ({
      at: [key],
      change: `“${key}”原来由程序印“${lines.join()}”，现在由模板包写，不写的不印`,
      rewrite: { edits: [{ do: 'insert', at: [], key, value: lines }] },
    }));
  },
};
