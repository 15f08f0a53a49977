import { CODE_STEP } from '../../accounts/facts/fact.ts';
import type { FactBook } from '../../accounts/facts/fact-book.ts';
import type { MoneyUnit } from '../../accounts/schema/entries.ts';
import { TO_FILL } from '../../accounts/unfilled.ts';
import type { Pack } from '../../pack/pack.ts';
import { renderEntry } from '../../source/writer/render.ts';
import type { YamlMap } from '../../source/writer/value.ts';
import { keyOrder, withEntry, type KeyOrder } from './key-order.ts';

/** What a new file says of itself. */
export interface NewAccounts {
  readonly year: number;
  readonly moneyUnit: MoneyUnit;
  readonly pack: Pack;
  /** Whether the project has the schema by which editors check the file. */
  readonly hasSchema: boolean;
}

const STYLE = { newline: '\n', step: 2, listStep: 2, codeQuote: '"' } as const;

/** A new `accounts.yaml` in which everything that must be entered is still to be filled in. */
export function blankAccounts({ year, moneyUnit, pack, hasSchema }: NewAccounts): string {
  const { book } = pack.facts;
  const order = keyOrder(book);
  const approved: YamlMap = new Map(pack.required.approved.map((id) => [id, TO_FILL]));
  const sections = new Map([
    ...sectionsToFill(book, order),
    ...(approved.size > 0 ? [['批复数', approved] as const] : []),
  ]);
  const head = [
    ...(hasSchema ? ['# yaml-language-server: $schema=../../../schema/accounts.json'] : []),
    `年度: ${year}`,
    `金额单位: ${moneyUnit}`,
    `模板: ${pack.slug}`,
  ];
  const blocks = [...sections].map(([key, value]) => {
    const lines = renderEntry(key, value, 0, STYLE);
    return key === '批复数' ? ['# 批复表上的数：只用来核对，不参加计算。', ...lines] : lines;
  });
  return [head, ...blocks].map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** Everything that every file must hold. */
function sectionsToFill(book: FactBook, order: KeyOrder): YamlMap {
  let sections: YamlMap = new Map();
  for (const { path, keys, orPlain, required, fixedRows } of book.facts) {
    const below = path.indexOf(CODE_STEP);
    if (below >= 0) sections = withEntry(sections, path.slice(0, below), new Map(), order);
    else if (required === 'always') {
      const open = keys === undefined || orPlain;
      const rows = keys === '名称' ? (fixedRows ?? []).map((name) => [name, TO_FILL] as const) : [];
      sections = withEntry(sections, path, open ? TO_FILL : new Map(rows), order);
    }
  }
  return sections;
}
