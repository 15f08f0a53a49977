import type { Classifications } from '../../accounts/code-table.ts';
import { found, type Finding } from '../finding.ts';
import type { ReadName } from '../reading.ts';
import { plainWords } from '../tables/words.ts';

/** What files call codes, held against the classifications. */
export interface CodeNames {
  /** The names of codes that no classification has: the body's own. */
  readonly own: readonly ReadName[];
  readonly findings: readonly Finding[];
}

/** Takes the names of codes that are not known, and doubts those that differ from the known ones. */
export function codeNames(names: readonly ReadName[], codes: Classifications, year: number): CodeNames {
  const own = new Map<string, ReadName>();
  const doubted = new Map<string, Finding>();
  for (const read of names) {
    const { code, name, source } = read;
    const known = (code.startsWith('2') ? codes.functional : codes.economic).get(code)?.name;
    const other = known ?? own.get(code)?.name;
    if (other === undefined) own.set(code, read);
    else if (plainWords(other) !== plainWords(name) && !doubted.has(`${code} ${name}`)) {
      const where = known === undefined ? '别处' : `${year} 年度的编码表里`;
      const message = `科目 ${code} 这里叫“${name}”，${where}叫“${other}”；请核对编码和名称`;
      doubted.set(`${code} ${name}`, { ...found('import-name', message, source), severity: 'warning' });
    }
  }
  return { own: [...own.values()], findings: [...doubted.values()] };
}
