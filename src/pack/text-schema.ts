import { z } from 'zod';
import { text } from '../accounts/schema/entries.ts';
import { fields } from '../accounts/schema/fields.ts';

const yes = z.enum(['是', '否']).transform((word) => word === '是');

/** One entry of 自定文字: a text that units write in narrative.yaml under its name. */
const declaredText = fields({
  by: ['分', z.enum(['科目', '项目']).optional(), '逐科目或逐项目写；只写一段的不写'],
  optional: ['可不写', yes.optional(), '可以不写'],
  description: ['说明', text.optional(), '填写时看到的说明'],
});

/** 自定文字: texts that a pack asks for besides the common ones, by their names. */
export const declaredTexts = [
  '自定文字',
  z.record(text, declaredText).default({}),
  '本地区另外要写的文字，名称 → 说明；没有写的照所继承的模板包',
] as const;
