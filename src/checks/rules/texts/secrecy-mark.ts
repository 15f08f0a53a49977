import { documentsOf } from '../../../accounts/year-documents.ts';
import { commentsOf } from '../../../source/comments.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
import type { YamlDocument } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';
import { corpusOf, placeOfHit } from '../../words/booklet-texts.ts';

/** Marks on papers that must not be published. The bare words occur in duties: 保守国家秘密, 商业秘密. */
const MARK =
  /(?:绝密|机密|秘密)\s*[★☆*＊]|密级\s*[:：]?\s*(?:绝密|机密|秘密)|[【〔[（(]\s*(?:绝密|机密|秘密)\s*[】〕\]）)]|内部(?:资料|文件|材料)[，,、\s]*(?:注意|请勿|不得|严禁|妥善)|此件不(?:予|宜)?公开/gu;

/** Nothing that is marked as secret or internal is published, neither in a text nor in a comment of a file that goes with it. */
export const secrecyMark: Check = {
  rule: 'secrecy-mark',
  numbers: [],
  source: '保守国家秘密法；涉密信息不得公开（财预〔2016〕143号）',
  summary: '文字和注释中不应有密级标志和内部资料的标记',
  run: (subject) => [
    ...corpusOf(subject)
      .hits(MARK)
      .map((hit) => marked('文字', hit.match[0], placeOfHit(hit))),
    ...documentsOf(subject.year).flatMap(inComments),
  ],
};

function inComments(document: YamlDocument): readonly Diagnostic[] {
  return commentsOf(document).flatMap(({ text, from }) =>
    [...text.matchAll(MARK)].map(({ 0: mark, index }) =>
      marked('注释', mark, document.source.placeAt(from + index)),
    ),
  );
}

function marked(where: string, mark: string, place: Place): Diagnostic {
  const message = `${where}中有“${mark}”，是密级或内部资料的标记；请先作保密审查，不得公开的内容请删去`;
  return error('secrecy-mark', message, place);
}
