import { documentsOf } from '../../../accounts/year-documents.ts';
import type { Check } from '../../check.ts';
import { personalDataIn } from '../../personal/personal-data-in.ts';

/** What identifies a person has no place in a published booklet, nor in the files that are published with it. */
export const personalData: Check = {
  rule: 'personal-data',
  numbers: [],
  source: '个人信息保护法；政府信息公开条例',
  summary: '文件中（文字、名称、键、注释、文件名）不应有身份证号、手机号、银行卡号、护照号和个人的电子邮箱',
  run: ({ unit, year }) =>
    [...documentsOf(year), ...unit.comparatives.map(({ document }) => document)].flatMap(personalDataIn),
};
