import { ZERO } from '../../accounts/decimal.ts';
import {
  NOTHING_READ,
  type Leftover,
  type Reading,
  type ReadForm,
  type Recognised,
  type RecognisedBy,
  type StatedUnit,
} from '../reading.ts';
import { readCaption, SHEET_UNITS, TEN_THOUSAND } from '../tables/captions.ts';
import { plainWords } from '../tables/words.ts';
import { cellsBetween, nameOf, sourceOf, type Sheet } from '../workbook/sheet.ts';
import type { Pack } from '../../pack/pack.ts';
import { remembered } from '../../source/remembered.ts';
import { withoutTables, type GivenText } from '../text/given-text.ts';
import { expectedForm, type ExpectedForm } from './expected-form.ts';
import { tabbedForms } from './text/tabbed-forms.ts';
import { textForms } from './text/text-forms.ts';
import { isCalled } from './form-entries.ts';
import { findForms, type FoundForm } from './find-forms.ts';
import { formNumber, formText, isNothing } from './form-text.ts';
import { FormNames } from './form-names.ts';
import { readForm } from './read-form.ts';

/** What sheets hold of self-evaluation forms. */
export interface RecognisedForms {
  readonly recognised: Recognised;
  /** The sheets that hold nothing else. */
  readonly sheets: ReadonlySet<Sheet>;
  /** The files of forms by the words of what these are about, those that were there already too. */
  readonly names: ReadonlyMap<string, string>;
}

/** A text with the tables that its forms are, where these are told by tabs, or by nothing but their words. */
export function withTextForms(given: GivenText, { pack }: Pick<RecognisedBy, 'pack'>): GivenText {
  const forms = expectedIn(pack);
  return [tabbedForms, textForms].reduce((text, formsIn) => {
    const words = withoutTables(text, new Set(text.tables.map(({ sheet }) => sheet)));
    const tables = formsIn(words, forms);
    return tables.length === 0 ? text : { ...text, tables: [...text.tables, ...tables] };
  }, given);
}

const expectedIn = remembered(({ forms }: Pack): readonly ExpectedForm[] =>
  forms.flatMap((form) => expectedForm(form) ?? []),
);

/** Takes the self-evaluation forms from sheets, by the layouts of a pack's kinds read backwards. */
export function recogniseForms(
  sheets: readonly Sheet[],
  { pack, items, blankForms = [] }: RecognisedBy,
): RecognisedForms {
  const found = sheets.flatMap((sheet) => findForms(sheet, expectedIn(pack)));
  const names = new FormNames(pack.forms, items, blankForms);
  const undisclosed = plainWords(pack.conventions.undisclosed);
  const forms = found.map((one): ReadForm => {
    const cells = readForm(one);
    const rules = one.expected.form;
    const about = rules.kind.nameKey === undefined ? undefined : cells.own.get(rules.kind.nameKey);
    const name = names.of(rules, about === undefined ? rules.kind.title : formText(about));
    const { sheet } = one;
    return { rules, name, sheet, cells, unit: unitOf(one), undisclosed };
  });
  return {
    recognised: {
      ...NOTHING_READ,
      told: forms.map((form, index) => told(form, found[index]?.from ?? 0)),
      forms,
      readings: forms.flatMap(derivedIn),
      leftovers: forms.flatMap(leftoversIn),
      ...saidBy(found, forms),
    },
    sheets: new Set(found.map(({ sheet }) => sheet)),
    names: names.known,
  };
}

/** In what a form states amounts: above it, or behind the name of its money. */
function unitOf({ sheet, caption, from, end }: FoundForm): StatedUnit {
  const above = readCaption(caption).unit;
  const beside = cellsBetween(sheet, from, end).flatMap(
    ({ text }) => IN_BRACKETS.exec(plainWords(text))?.[1] ?? [],
  )[0];
  return SHEET_UNITS.get(above ?? beside ?? '') ?? TEN_THOUSAND;
}

const IN_BRACKETS = /^[^()]{0,12}\((元|百元|千元|万元)\)$/u;

function told({ rules, name, sheet }: ReadForm, row: number): string {
  const place = sheet.places?.[row];
  const where = nameOf(place === undefined ? sheet : { ...sheet, name: place });
  const guessed = sheet.isGuessed === true ? '；文件里没有表格，各格是按文字分开的，请逐格核对' : '';
  return `${where} 是${rules.kind.title}（performance/${name}.yaml）${guessed}`;
}

/** The figures of a form that its file does not enter: they are worked out, and compared. */
function derivedIn({ rules: { kind }, name, sheet, cells, unit }: ReadForm): readonly Reading[] {
  const entered = new Set((kind.money?.rows ?? []).map((row) => `资金.${row.name}.`));
  const isEntered = (id: string): boolean =>
    id === '执行得分' ||
    (kind.indicators === undefined && id === '总分') ||
    [...entered].some((start) => id.startsWith(start));
  return [...cells.own].flatMap(([id, cell]): Reading[] => {
    const number = formNumber(cell)?.number;
    if (number === undefined || !DERIVED.test(id) || isEntered(id)) return [];
    const source = sourceOf(sheet, cell);
    return [{ id: `绩效.${name}.${id}`, number, tolerance: ZERO, unit, source }];
  });
}

const DERIVED = /^(?:资金\..*|执行率|执行分值|总分值|总分|执行得分)$/u;

function leftoversIn({ rules: { kind }, sheet, cells }: ReadForm): readonly Leftover[] {
  const strange = cells.strange.map((cell) => ({ cell, why: `不在${kind.title}的格式里` }));
  const numbers = [
    ...[...cells.own].filter(([id]) => DERIVED.test(id)),
    ...[...cells.sources, ...cells.indicators.map((one) => one.cells)].flatMap((row) =>
      [...row].filter(([id]) => NUMBERS.has(id)),
    ),
  ];
  const words = numbers.flatMap(([, cell]) =>
    formNumber(cell) === undefined && !isNothing(cell) ? [{ cell, why: cell.fault ?? '不是一个数' }] : [],
  );
  const rows = kind.money?.rows;
  const others = cells.sources
    .filter((row) => rows?.every(({ name }) => !isCalled(row, name)) === true)
    .flatMap((row) => [...row].filter(([id]) => NUMBERS.has(id)))
    .map(([, cell]) => ({ cell, why: `${kind.title}里没有这一行资金` }));
  return [...strange, ...words, ...others].map(({ cell, why }) => ({
    source: sourceOf(sheet, cell),
    text: cell.text,
    why,
  }));
}

const NUMBERS: ReadonlySet<string> = new Set(['年初预算数', '全年预算数', '全年执行数', '分值', '得分']);

/** The body and the year that forms name. */
function saidBy(
  found: readonly FoundForm[],
  forms: readonly ReadForm[],
): Pick<Recognised, 'units' | 'years'> {
  return {
    units: forms.flatMap(({ sheet, cells }) => {
      const cell = cells.own.get('单位名称');
      return cell === undefined ? [] : [{ name: formText(cell), source: sourceOf(sheet, cell) }];
    }),
    years: found.flatMap(({ sheet, caption, from }) => {
      const { year } = readCaption(caption);
      return year === undefined ? [] : [{ year, source: sourceOf(sheet, { row: from, column: 0 }) }];
    }),
  };
}
