import { error } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { corpusOf, placeOfHit } from '../../words/booklet-texts.ts';

/** Marks on papers that must not be published. The bare words occur in duties: 保守国家秘密, 商业秘密. */
const MARK =
  /(?:绝密|机密|秘密)\s*[★☆*＊]|密级\s*[:：]?\s*(?:绝密|机密|秘密)|[【〔[（(]\s*(?:绝密|机密|秘密)\s*[】〕\]）)]|内部(?:资料|文件|材料)[，,、\s]*(?:注意|请勿|不得|严禁|妥善)|此件不(?:予|宜)?公开/gu;

/** Nothing that is marked as secret or internal is published. */
export const secrecyMark: Check = {
  rule: 'secrecy-mark',
  numbers: [],
  source: '保守国家秘密法；涉密信息不得公开（财预〔2016〕143号）',
  summary: '文字中不应有密级标志和内部资料的标记',
  run: (subject) =>
    corpusOf(subject)
      .hits(MARK)
      .map((hit) => {
        const message = `文字中有“${hit.match[0]}”，是密级或内部资料的标记；请先作保密审查，不得公开的内容请删去`;
        return error('secrecy-mark', message, placeOfHit(hit));
      }),
};
