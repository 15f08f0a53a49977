import { CODE_STEP } from '../../accounts/facts/fact.ts';
import type { FactBook } from '../../accounts/facts/fact-book.ts';
import type { MoneyUnit } from '../../accounts/schema/entries.ts';
import { TO_FILL } from '../../accounts/unfilled.ts';
import type { Pack } from '../../pack/pack.ts';
import { printedTexts } from '../../pack/pack-templates.ts';
import { scalarText } from '../../source/writer/scalar-text.ts';
import type { YamlMap, YamlValue } from '../../source/writer/value.ts';
import { newFile, type Block } from '../first-year/blocks.ts';
import { keyOrder, withEntry, type KeyOrder } from './key-order.ts';

/** What a new file says of itself. */
export interface NewAccounts {
  readonly year: number;
  /** Undefined where it is not known yet. */
  readonly moneyUnit?: MoneyUnit;
  readonly pack: Pack;
  /** The states that the unit declares, by their names in the pack. */
  readonly states?: readonly string[];
  /** The first lines: the schema by which editors check the file. */
  readonly head: readonly string[];
}

/** A new `accounts.yaml` in which everything that must be entered is still to be filled in. */
export function blankAccounts({ year, moneyUnit, pack, states = [], head }: NewAccounts): string {
  const { book } = pack.facts;
  const sections = sectionsToFill(book, keyOrder(book));
  const approved: YamlMap = new Map(pack.required.approved.map((id) => [id, TO_FILL]));
  const unit = moneyUnit === undefined ? `金额单位: ${TO_FILL}    # 元或万元` : `金额单位: ${moneyUnit}`;
  const blocks = [
    ...statesBlock(pack, states),
    ...publicationBlock(pack),
    ...[...sections].map((entry) => sectionBlock(book, entry)),
    ...optionalBlock(book, sections),
    ...(approved.size > 0 ? [{ notes: [APPROVED], entry: ['批复数', approved] as const }] : []),
  ];
  return newFile(
    [...head, `年度: ${year}`, unit, `模板: ${scalarText(pack.slug, { flow: false }).head}`],
    blocks,
  );
}

const APPROVED = '批复表上的数：只用来核对，不参加计算。';

/** Everything that every file must hold. */
function sectionsToFill(book: FactBook, order: KeyOrder): YamlMap {
  let sections: YamlMap = new Map();
  for (const { path, keys, orPlain, required, fixedRows, absent } of book.facts) {
    const below = path.indexOf(CODE_STEP);
    if (absent === 'unused') continue;
    if (below >= 0) sections = withEntry(sections, path.slice(0, below), new Map(), order);
    else if (required === 'always') {
      const open = keys === undefined || orPlain;
      const rows = keys === '名称' ? (fixedRows ?? []).map((name) => [name, TO_FILL] as const) : [];
      sections = withEntry(sections, path, open ? TO_FILL : new Map(rows), order);
    }
  }
  return sections;
}

/** A section with what is to be entered in it. */
function sectionBlock(book: FactBook, entry: readonly [string, YamlValue]): Block {
  const [key] = entry;
  const whole = book.facts.find(({ path }) => path.length === 1 && path[0] === key);
  const byCode = book.facts.some(({ path, keys, orPlain }) => path[0] === key && keys === '科目' && orPlain);
  const listed = book.facts.filter(({ path, keys }) => path[0] === key && path.length > 1 && keys === '名称');
  const notes = [
    book.notes.get(key),
    whole?.description,
    byCode ? BY_CODE : undefined,
    ...listed.map(({ path, description }) => `“${path.at(-1) ?? ''}”一行一个，${description}`),
  ];
  return { notes: notes.filter((note) => note !== undefined), entry };
}

/** The sections that a file may do without. */
function optionalBlock(book: FactBook, written: YamlMap): readonly Block[] {
  const used = book.facts.filter(({ absent }) => absent !== 'unused');
  const keys = new Set(used.flatMap(({ path: [key = ''] }) => (written.has(key) ? [] : [key])));
  const lines = [...keys].map((key) => {
    const whole = used.find(({ path }) => path.length === 1 && path[0] === key);
    return `  ${key}：${whole?.description ?? book.notes.get(key) ?? ''}`;
  });
  return lines.length === 0
    ? []
    : [{ notes: ['还可以填：', ...lines.map((line) => line.replace(/：$/, ''))] }];
}

const BY_CODE = '每项写一个金额，或者分科目写，一行一个："科目编码": 金额';

/** The states that are declared; of those that could be, what they stand for. */
function statesBlock({ states }: Pack, declared: readonly string[]): readonly Block[] {
  if (states.size === 0) return [];
  const others = [...states].filter(([name]) => !declared.includes(name));
  const notes = [
    '本年的特殊情形；有下列情形的，写在“情形”下面：',
    ...others.map(([name, { excuses, newCodes }]) => {
      const excused = excuses.length === 0 ? '' : `    可以没有${excuses.join('、')}`;
      return `  ${name}: ${newCodes ? '["科目编码"]' : '是'}${excused}`;
    }),
  ];
  return [
    {
      ...(others.length > 0 && { notes }),
      ...(declared.length > 0 && { entry: ['情形', new Map(declared.map((name) => [name, '是']))] as const }),
    },
  ];
}

/** The days that the pack's texts print. */
function publicationBlock(pack: Pack): readonly Block[] {
  const printed = printedTexts(pack);
  const days = ['批复日期', '公开日期'].filter((day) => printed.has(`公开.${day}`));
  if (days.length === 0) return [];
  return [
    { notes: ['日期写成 2024-08-20 这样'], entry: ['公开', new Map(days.map((day) => [day, TO_FILL]))] },
  ];
}
