import type { YamlEdit } from '../../source/writer/edits.ts';
import { editYaml } from '../../source/writer/edit-yaml.ts';
import { isMap, valueAt, valueOf, type YamlMap, type YamlValue } from '../../source/writer/value.ts';
import type { YamlDocument } from '../../source/yaml.ts';
import { OF_ONE_YEAR } from '../schema/accounts.ts';
import { TO_FILL } from '../unfilled.ts';
import { lastKey, leavesOf, sectionsOf, setAll } from './leaves.ts';
import { listForReview } from './review-list.ts';

/** What stays as it is from one year to the next. */
const KEPT: ReadonlySet<string> = new Set(['金额单位', '模板', '科目名称', '待核']);

const OPENING = '年初结转和结余';
const CLOSING = '年末结转和结余';

/** Which year's file a new one is made from, and for which year. */
export interface Years {
  readonly from: number;
  readonly year: number;
  /** The pack in place of last year's; undefined where that stays. */
  readonly pack?: string | undefined;
}

/**
 * Next year's `accounts.yaml`: the same keys, codes and comments, every amount and count still to be filled in, but for
 * the opening balances: they must equal last year's closing balances (R61).
 */
export function nextAccounts(document: YamlDocument, { from, year, pack }: Years): string {
  const sections = sectionsOf(document).filter(({ key }) => !OF_ONE_YEAR.has(key));
  const toFill = sections
    .filter(({ key }) => key !== '年度' && !KEPT.has(key))
    .flatMap(({ key, value }) => leavesOf(value, [key]))
    .filter((path) => lastKey(path) !== '名称');
  const dropped = sectionsOf(document).filter(({ key }) => OF_ONE_YEAR.has(key));
  const opening = year === from + 1 ? openingBalances(document, from) : [];
  return editYaml(document.source.text, [
    { do: 'set', at: ['年度'], to: String(year) },
    ...(pack === undefined ? [] : [{ do: 'set', at: ['模板'], to: pack } as const]),
    ...setAll(toFill, TO_FILL),
    ...opening,
    ...dropped.map(({ key }): YamlEdit => ({ do: 'remove', at: [key] })),
    ...listForReview(document, opening.length === 0 ? [] : [OPENING]),
  ]);
}

/** The closing balances, fund by fund as they are written there; what is not known of a fund is still to be filled in. */
function openingBalances({ root }: YamlDocument, from: number): readonly YamlEdit[] {
  const accounts = valueOf(root);
  const closing = valueAt(accounts, [CLOSING]);
  const opening = valueAt(accounts, [OPENING]);
  if (!isMap(closing) || !isMap(opening)) return [];
  const carried = carry(opening, closing);
  const complete = [...carried.values()].every((value) => value !== TO_FILL);
  const comment = complete
    ? `由 ${from} 年度的${CLOSING}转来，逐项一致。`
    : `由 ${from} 年度的${CLOSING}转来；${from} 年度没有填的待填。`;
  return [
    { do: 'replace', at: [OPENING], to: carried },
    { do: 'comment', at: [OPENING], lines: [comment] },
  ];
}

function carry(opening: YamlMap, closing: YamlMap): YamlMap {
  const funds = [...new Set([...opening.keys(), ...closing.keys()])];
  return new Map(funds.map((fund) => [fund, carriedValue(closing.get(fund))]));
}

function carriedValue(value: YamlValue | undefined): YamlValue {
  if (isMap(value))
    return value.size === 0
      ? TO_FILL
      : new Map([...value].map(([code, amount]) => [code, carriedValue(amount)]));
  return value === undefined || value === '' ? TO_FILL : value;
}
