import { decimalsOf, type FigureUnit } from './unit.ts';

/** By what a fact is broken down, if by anything. */
export type FactKeys =
  /** Functional codes. */
  | '科目'
  /** Economic codes. */
  | '经济科目'
  /** Names that the approved table lists, such as kinds of vehicles. */
  | '名称'
  /** Names of projects. */
  | '项目'
  /** Names of subordinate units. */
  | '单位';

/** Stands in a fact's path where the code is written, if that is not its end. */
export const CODE_STEP = '*';

/** Whether a fact must be entered: in every file, where the mapping that it stands in is written, or not at all. */
export type Required = 'always' | 'within' | 'never';

/**
 * Which rows a table by code has besides those entered: none; all of its facts' where one amount stands for a whole
 * column, since some of it may belong to any row; all of its facts' in every column.
 */
export type SharedRows = 'none' | 'where-veiled' | 'all';

/**
 * One fact that a unit enters in `accounts.yaml`, as a row of data. From it follow the form of the file, for the program
 * and for editors, and the figure with its place; what is a sum or a share of facts is defined in figures/define.
 */
export interface Fact<Id extends string = string> {
  /** Id of its figure; of one that is broken down, of the whole. */
  readonly id: Id;
  /** The keys below which it is entered. */
  readonly path: readonly string[];
  /** What a reader calls it. */
  readonly label: string;
  /** What follows the name of a row: the label, if nothing else is said. */
  readonly rowLabel?: string;
  readonly unit: FigureUnit;
  /** Whether adjustments may turn it negative. */
  readonly signed: boolean;
  /** Digits after the point at most. */
  readonly decimals: number;
  /** By what it is broken down; undefined for one number. */
  readonly keys?: FactKeys;
  /** Whether one broken down may be entered as one number, too. */
  readonly orPlain: boolean;
  /** What it is a column of: a declaration of several facts that are entered beside each other, each where there is some. */
  readonly columnOf?: string;
  readonly required: Required;
  /**
   * What a fact that was not entered is: no figure, none of it, or something that is not told. One that its pack does not
   * use cannot be entered: nothing is told of it, and no list of figures has it.
   */
  readonly absent: 'no figure' | 'nothing' | 'undisclosed' | 'unused';
  /** What to enter, for editors. */
  readonly description: string;
  /** Where it comes from: a table, a notice. */
  readonly source?: string;
  /** The figure of the whole where that is not the fact's own id; false where code defines it. */
  readonly total?: { readonly id: string; readonly label: string } | false;
  readonly sharedRows: SharedRows;
  /** Rows that a table has whatever is entered. */
  readonly fixedRows?: readonly string[];
  /** Whether money of undisclosed classification can be entered, under 未公开. */
  readonly unclassified?: true;
  /** Ids of the initial and of the adjusted budget that it is compared with. */
  readonly budget?: string;
  readonly adjustedBudget?: string;
}

/** What of a fact is said only where it is not as usual. */
export type FactDetails = Partial<Omit<Fact, 'id' | 'unit'>>;

/** A row: money that cannot be negative, entered in every file under the steps of its id, unless details say otherwise. */
export function fact<const Id extends string>(
  id: Id,
  unit: FigureUnit,
  description: string,
  details: FactDetails = {},
): Fact<Id> {
  const path = id.split('.');
  return {
    id,
    path,
    label: path.at(-1) ?? id,
    unit,
    description,
    signed: false,
    decimals: decimalsOf(unit),
    orPlain: false,
    required: 'always',
    absent: 'no figure',
    sharedRows: 'none',
    ...details,
  };
}

/** Id of a row: a code is the second step (`支出.2011350.一般公共预算.基本支出`), a name the last (`国有资产.车辆.其他用车`). */
export function rowId({ id, keys }: Pick<Fact, 'id' | 'keys'>, key: string): string {
  if (keys !== '科目' && keys !== '经济科目') return `${id}.${key}`;
  const first = id.indexOf('.');
  return first < 0 ? `${id}.${key}` : `${id.slice(0, first)}.${key}${id.slice(first)}`;
}

/** The keys below which a row is entered, in the shortest form. */
export function rowPath({ path }: Pick<Fact, 'path'>, key: string): readonly string[] {
  return path.includes(CODE_STEP) ? path.map((step) => (step === CODE_STEP ? key : step)) : [...path, key];
}
