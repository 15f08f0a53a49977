import type { Spelling } from './spelling.ts';

/** What an abbreviation of a body ends with. */
const KIND = /[局委办厅部院会处所中心站队室社联署馆校台州市县区]$/u;
/** An abbreviation may leave these out at the end: 发改委 is a 委员会, 中小企业局 may be called a 服务中心. */
const SILENT_END = /(?<=委)员会$/u;

/**
 * Whether somebody who types a term may mean a body of this name: a piece of the name, its abbreviation (characters of
 * the name in their order, as 交通局 of 交通运输局 and 人社局 of 人力资源和社会保障局), or either in pinyin.
 *
 * @param term folded
 * @param name folded
 * @param spelling how characters are read; none for a term in Chinese
 */
export function namesBody(term: string, name: string, spelling?: Spelling): boolean {
  if (name.includes(term)) return true;
  const short = name.replace(SILENT_END, '');
  if (spelling !== undefined)
    return spelling.within(term, name) || (term.length >= 3 && spelling.abbreviates(term, short));
  return term.length >= 3 && KIND.test(term) && abbreviates(term, short);
}

/** Whether the characters of a term are some of a name's, in their order, up to the last one. */
function abbreviates(term: string, name: string): boolean {
  if (term.at(-1) !== name.at(-1)) return false;
  let from = 0;
  for (const character of term) {
    const at = name.indexOf(character, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
