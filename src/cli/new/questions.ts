import { unitKind, type UnitKind } from '../../accounts/schema/unit.ts';
import { text } from '../../accounts/schema/entries.ts';
import type { Pack, PackForm } from '../../pack/pack.ts';
import { LAST_YEAR } from '../../pack/requirement-schema.ts';
import { oneOf, type Question, type Read } from './answers.ts';

/** That last year's figures are known, among the states by which they may be absent. */
export const KNOWN = '有';

/** That no forms are made yet. */
const NONE = '无';

/** How many forms of one kind anybody makes at once. */
const MOST_FORMS = 99;

export const NAME: Question<string> = {
  option: 'name',
  operand: '单位全称',
  prompt: '单位全称是什么？与公章一致。',
  read: (answer) => {
    const read = text.safeParse(answer);
    return read.success ? { value: read.data } : { why: '应为单位全称，例如 示例市政务服务局' };
  },
};

export const KIND: Question<UnitKind> = {
  option: 'kind',
  operand: '单位类型',
  prompt: '单位是什么类型？机关运行经费怎样说明，由它决定。',
  choices: unitKind.options.map((word) => ({ word })),
  read: oneOf(unitKind.options),
};

/** Which of the packs that are for the year. */
export function packQuestion(packs: readonly Pack[], year: number): Question<Pack> {
  return {
    option: 'pack',
    operand: '模板包',
    prompt: `用哪个模板包？适用 ${year} 年度的有：`,
    choices: packs.map(({ slug, name }) => ({ word: slug, means: name })),
    read: (answer) => {
      const value = packs.find(({ slug }) => slug === answer);
      const known = packs.map(({ slug }) => slug).join('、');
      return value === undefined
        ? { why: `“${answer}”不是适用 ${year} 年度的模板包；可以写的有：${known}` }
        : { value };
    },
  };
}

/** Whether last year's figures are known, or which of the pack's states explains why there are none. */
export function lastYearQuestion({ states }: Pack, year: number): Question<string> {
  const excusing = [...states].filter(([, { excuses }]) => excuses.includes(LAST_YEAR));
  return {
    option: 'last-year',
    operand: `${KNOWN}，或没有上年数的情形`,
    prompt: `上年（${year - 1} 年度）的决算数有没有？文字要与上年比较。`,
    choices: [
      { word: KNOWN, means: `新建 ${year - 1}/accounts.yaml，照上年决算填对比数` },
      ...excusing.map(([word]) => ({ word, means: '没有可比的上年数，写进“情形”' })),
    ],
    read: oneOf([KNOWN, ...excusing.map(([name]) => name)]),
  };
}

/** How many forms of a kind; none may mean that the pack's state is declared by which there need not be any. */
export interface WantedForms {
  readonly form: PackForm;
  readonly count: number;
}

const COUNTS = { one: '全单位一张', 'per-project': '一个项目一张', any: '张数不限' } as const;

/** Which self-evaluation forms are to be made, and how many. */
export function formsQuestion({ forms }: Pack): Question<readonly WantedForms[]> {
  const example = forms.map(({ kind }) => (kind.count === 'one' ? kind.key : `${kind.key}=3`)).join(',');
  const kinds = forms.map(({ kind }) => `${kind.key}（${COUNTS[kind.count]}）`).join('、');
  return {
    option: 'forms',
    operand: `${example}（自评表的种类和张数），或 ${NONE}`,
    prompt: `要建哪些绩效自评表？有${kinds}。\n写种类和张数，例如 ${example}；本年确实没有的写 0，例如 项目=0；先不建的写 ${NONE}。`,
    read: (answer) => {
      if (answer === NONE) return { value: [] };
      const wanted = answer.split(/[,，、\s]+/u).map((word) => readForms(word, forms));
      const bad = wanted.find((one) => 'why' in one);
      if (bad !== undefined && 'why' in bad) return bad;
      const value = wanted.flatMap((one) => ('value' in one ? [one.value] : []));
      const twice = value.find(({ form }, index) => value.findIndex((one) => one.form === form) < index);
      return twice === undefined ? { value } : { why: `里“${twice.form.kind.key}”写了两次；请写一次` };
    },
  };
}

function readForms(word: string, forms: readonly PackForm[]): Read<WantedForms> {
  const [, key = '', digits = '1'] = /^([^=＝]+)(?:[=＝](\d+))?$/u.exec(word) ?? [];
  const form = forms.find(({ kind }) => kind.key === key);
  const known = forms.map(({ kind }) => kind.key).join('、');
  if (form === undefined)
    return { why: `里看不懂“${word}”，应写种类和张数，种类有：${known}；先不建的只写 ${NONE}` };
  const count = Number(digits);
  const most = form.kind.count === 'one' ? 1 : MOST_FORMS;
  return count > most
    ? { why: `里${key}自评表有 ${digits} 张，最多 ${most} 张` }
    : { value: { form, count } };
}
