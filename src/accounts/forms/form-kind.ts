/** The columns of every row of a form's money. */
export const MONEY_COLUMNS = {
  initialBudget: '年初预算数',
  adjustedBudget: '全年预算数',
  outturn: '全年执行数',
} as const;

/** A column of a form's money rows, by its label. */
export type MoneyColumn = (typeof MONEY_COLUMNS)[keyof typeof MONEY_COLUMNS];

/** Where the money of a fixed row comes from, as far as checks ask. */
export type MoneyNature = '财政拨款' | '上年结转' | '其他资金';

/** A row of money that every form of a kind has. */
export interface FixedRow {
  readonly name: string;
  readonly nature: MoneyNature | undefined;
  /** Whether a form may be without it. */
  readonly optional: boolean;
}

/** The money that a kind of form accounts for. */
export interface FormMoney {
  /** What the row of the sums is called; it is worked out. */
  readonly total: string;
  /** The rows that every form has; undefined where each form names its sources itself. */
  readonly rows: readonly FixedRow[] | undefined;
  /** Words in the names of sources that are appropriations. */
  readonly fiscalWords: readonly string[];
}

/** A column that only some kinds of forms have beside each indicator. */
export type IndicatorColumn = '设定依据' | '偏差原因';

/** The indicators that a kind of form has. */
export interface FormIndicators {
  /** How many levels: the lowest are the indicators, those above head them. */
  readonly levels: number;
  readonly columns: readonly IndicatorColumn[];
}

/** A kind of self-evaluation forms, as a template pack lays it down (自评表种类): what a file of this 类型 holds. */
export interface FormKind {
  /** What files write as their 类型, and a step of figure ids. */
  readonly key: string;
  /** What messages and declared states call such a form: 项目自评表. */
  readonly called: string;
  /** Its full name: 项目支出绩效自评表. */
  readonly title: string;
  /** What its money is called: 项目支出. */
  readonly expenditure: string;
  /** One for the whole body, one for each project, or any number. */
  readonly count: 'one' | 'per-project' | 'any';
  /** The key under which a form says what it is about (项目名称); none where it is about the body. */
  readonly nameKey: string | undefined;
  readonly money: FormMoney | undefined;
  /** Whether spending earns points of their own, beside those of the indicators. */
  readonly executionPoints: boolean;
  readonly indicators: FormIndicators | undefined;
  /** Whether forms are published elsewhere: booklets print where. */
  readonly linked: boolean;
  /** The figure that the outturn of all such forms together must equal. */
  readonly outturn: string | undefined;
}

/** What the total of a kind's forms and the forms themselves are called in figures' labels: 项目支出绩效自评. */
export function evaluationName({ title }: FormKind): string {
  return title.replace(/表$/u, '');
}
