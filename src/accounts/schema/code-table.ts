import { z } from 'zod';
import { codeName, purpose } from './codes.ts';
import { EDITOR_FORMS } from './editor-forms.ts';
import { year } from './entries.ts';
import { fields } from './fields.ts';
import { issueOf } from './issue.ts';

/** How well an entry of the code table is documented. */
const basis = z.enum(['已核实', '名称已核实', '未核实']);

const FORM = /^\d{3}(\d{2}){0,2}$/;
const MESSAGE = '科目编码应为 3 位（类）、5 位（款）或 7 位（项）数字';
const code = z.string().regex(FORM, MESSAGE);
/** In a list a code may stand without quotes. */
const goneCode = z
  .string()
  .regex(FORM, MESSAGE)
  .register(EDITOR_FORMS, { type: ['string', 'integer'], pattern: FORM.source, errorMessage: MESSAGE });

const entry = fields({
  name: ['名称', codeName.pipe(z.string()), '科目名称'],
  basis: ['依据', basis.optional(), '不写为已核实'],
  purpose: ['用途', purpose.optional(), '只写在类下：这一类花在哪里，用大白话说'],
});

/** Readers are shown classes; a purpose of anything else would be seen by nobody. */
function purposesOfClasses({
  value,
  issues,
}: z.core.ParsePayload<Record<string, z.output<typeof entry>>>): void {
  for (const [key, one] of Object.entries(value)) {
    if (one.purpose === undefined || key.length === 3) continue;
    const message = `科目 ${key} 写了用途，用途只写在类（3 位编码）下；请删去，或移到类 ${key.slice(0, 3)} 下`;
    issues.push(issueOf({ rule: 'wrong-value', message }, one.purpose, [key, '用途']));
  }
}

/** One year's table of a classification: `content/codes/<year>/functional.yaml` or `economic.yaml`. */
export const codeTableSchema = fields({
  year: ['年度', year, '本表适用的决算年度'],
  continues: ['沿用', year.optional(), '沿用哪一年的表；本表只写不同的科目'],
  gone: ['取消', z.array(goneCode).default([]), '沿用的表里有、本年起没有的科目'],
  entries: ['科目', z.record(code, entry).check(purposesOfClasses), '编码 → 名称'],
});
export type CodeTableFile = z.output<typeof codeTableSchema>;
