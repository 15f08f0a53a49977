import { error } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { corpusOf, placeOfText, type BookletText } from '../../words/booklet-texts.ts';

const AT_ENDS = /^[，。、；：！？,.;:!?…·/／—-]+|[，。、；：！？,.;:!?…·/／—-]+$/u;
/** Entries of forms that are names. */
const NAMES = new Set(['项目名称', '三级指标']);

/** A name is put into lists and sentences, which have their own marks. */
export const nameMark: Check = {
  rule: 'name-mark',
  numbers: [],
  source: '名称与公章、批复一致；清单由程序用顿号连起来',
  summary: '单位、处室、项目、指标的名称前后不应有标点',
  run: (subject) => {
    const corpus = corpusOf(subject);
    const entries = corpus.texts('entry').filter(({ key }) => key !== undefined && NAMES.has(key));
    return [...corpus.texts('name'), ...entries].flatMap(checkName);
  },
};

function checkName(source: BookletText) {
  const found = AT_ENDS.exec(source.text);
  // Marks alone are no name at all, which is told of elsewhere.
  if (found === null || !/\p{L}/u.test(source.text)) return [];
  const message = `名称“${source.text}”${found.index === 0 ? '前' : '后'}面的“${found[0]}”会照样印出；请删去`;
  return [error('name-mark', message, placeOfText(source, found.index))];
}
