import { z } from 'zod';
import { text } from '../accounts/schema/entries.ts';
import { fields } from '../accounts/schema/fields.ts';
import type { Assembly } from './assembly.ts';
import { entriesOf } from './owned.ts';
import type { PackFolder } from './pack-folder.ts';
import type { Template } from './template.ts';

/** What a figure can be, by which a phrase of a pack's own is chosen. */
export const SIGNS = ['正', '负', '零', '未公开', '基数为零', '无此项'] as const;
export type Sign = (typeof SIGNS)[number];

/** A phrase for each sign and state that may occur. */
export type OwnPhrase = Readonly<Partial<Record<Sign, Template>>>;

const phrases = fields({
  正: ['正', text.optional(), '数大于零时'],
  负: ['负', text.optional(), '数小于零时；数印出来不带负号'],
  零: ['零', text.optional(), '数为零时'],
  未公开: ['未公开', text.optional(), '数未公开时'],
  基数为零: ['基数为零', text.optional(), '比率的除数为零时'],
  无此项: ['无此项', text.optional(), '单位没有这个科目、项目、下属单位时'],
});

/** 自定措辞: phrases that figures choose by their sign or state, by names of their own. */
export const ownPhrases = [
  '自定措辞',
  z.record(text, phrases).default({}),
  '按一个数的正、负、零、未公开等选一句，名称 → 各句；{{万元 数}} 处填这个数，{{名称}} 处填它的名称',
] as const;

/** The names of the phrases that packs of a line have. */
export function phraseNames(line: readonly PackFolder[]): readonly string[] {
  return [...entriesOf(line, 'ownPhrases').keys()];
}

/** A pack's own phrases, each sign's from the nearest pack that has it. */
export function assembleOwnPhrases(assembly: Assembly): ReadonlyMap<string, OwnPhrase> {
  return new Map(
    phraseNames(assembly.line).map((name) => [
      name,
      Object.fromEntries(
        SIGNS.flatMap((sign) => {
          const template = nearest(assembly, name, sign);
          return template === undefined ? [] : [[sign, template] as const];
        }),
      ),
    ]),
  );
}

function nearest(assembly: Assembly, name: string, sign: Sign): Template | undefined {
  for (const owner of assembly.line) {
    const said = owner.file.value.ownPhrases[name]?.[sign];
    if (said !== undefined)
      return assembly.template(owner, ['自定措辞', name, sign], said, assembly.scopes.own);
  }
  return undefined;
}
