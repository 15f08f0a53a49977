import { z } from 'zod';
import { remembered } from '../../source/remembered.ts';
import { writtenTexts, type TextSlot, type TextSlots } from '../texts/text-slots.ts';
import { functionalCode } from './codes.ts';
import { text } from './entries.ts';
import { fields, type Field } from './fields.ts';
import { names } from './names.ts';
import { toReview } from './to-review.ts';

const reason = z.union([
  text.transform((value) => ({ text: value, sameAs: undefined })),
  fields({ sameAs: ['同', text, '与哪个数字的原因相同'] }).transform(({ sameAs }) => ({
    text: undefined,
    sameAs,
  })),
]);

/** Nothing written: whether that is missing is for the template pack to say, whose texts print it or not. */
const written = text.default('');

/** The texts of every booklet. */
const COMMON = {
  toReview,
  duties: ['主要职能', written, '主要职能，一行一段'],
  offices: ['下设处室', names, '内设机构名称；没有的写 []'],
  reasons: ['原因', z.record(z.string(), reason), '数字的名称: 变动原因；句末不加标点'],
  spentOn: ['开支内容', z.record(z.string(), text).default({}), '“三公”经费各项的开支内容'],
  otherVehicles: ['其他用车用途', text.optional(), '“其他用车”不为 0 时填写'],
  performance: [
    '绩效管理',
    fields({
      results: ['成效', written, '预算绩效管理取得的成效'],
      problems: ['发现的问题及原因', written, '发现的问题及原因'],
      measures: ['下一步改进措施', written, '下一步改进措施'],
    }).default({ results: '', problems: '', measures: '' }),
    '预算绩效管理情况',
  ],
  otherMatters: ['其他说明事项', written, '没有的写“无其他说明事项。”'],
  literals: ['字面数', z.array(text).default([]), '文中出现、不属于账目的数字，按原文逐个申明'],
} as const;

/** Names of the texts of every booklet: no pack can declare one of these. */
export const NARRATIVE_LABELS: readonly string[] = Object.values(COMMON).map(([label]) => label);

/** `narrative.yaml`: the words that no program can write, those that its pack asks for among them. */
export const narrativeSchema = remembered((texts: TextSlots) => {
  const { literals, ...common } = COMMON;
  const own = Object.fromEntries(texts.slots.map((slot) => [slot.name, slotField(slot)]));
  const form = fields({ ...common, ...(own as Record<never, never>), literals });
  return form.transform(({ toReview, duties, offices, reasons, spentOn, ...model }) => {
    const { otherVehicles, performance, otherMatters, literals } = model;
    const words = { otherVehicles, performance, otherMatters, literals };
    return { toReview, duties, offices, reasons, spentOn, ...words, own: writtenTexts(texts, model) };
  });
});
export type Narrative = z.output<ReturnType<typeof narrativeSchema>>;

/** Whether a text is missing is for the pack's templates to say, as of the common ones. */
function slotField({ name, by, description }: TextSlot): Field {
  const forms = {
    科目: () => z.record(functionalCode, text),
    项目: () => z.record(text, text),
  };
  const schema = by === undefined ? text : forms[by]();
  return [name, schema.optional(), description];
}
