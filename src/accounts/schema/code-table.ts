import { z } from 'zod';
import { codeName } from './codes.ts';
import { EDITOR_FORMS } from './editor-forms.ts';
import { year } from './entries.ts';
import { fields } from './fields.ts';

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

/** One year's table of a classification: `content/codes/<year>/functional.yaml` or `economic.yaml`. */
export const codeTableSchema = fields({
  year: ['年度', year, '本表适用的决算年度'],
  continues: ['沿用', year.optional(), '沿用哪一年的表；本表只写不同的科目'],
  gone: ['取消', z.array(goneCode).default([]), '沿用的表里有、本年起没有的科目'],
  entries: [
    '科目',
    z.record(
      code,
      fields({
        name: ['名称', codeName.pipe(z.string()), '科目名称'],
        basis: ['依据', basis.optional(), '不写为已核实'],
      }),
    ),
    '编码 → 名称',
  ],
});
export type CodeTableFile = z.output<typeof codeTableSchema>;
