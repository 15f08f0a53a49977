import { warning } from '../../../source/diagnostic.ts';
import { valueEnd } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';
import { corpusOf, pathOfText, type BookletText, type TextKind } from '../../words/booklet-texts.ts';

const KINDS: readonly TextKind[] = ['narrative', 'goal', 'entry', 'name', 'decision'];
/** A comment has a blank behind its sign; without one, the sign was meant as a character: 位于 #5楼. */
const NO_COMMENT = /^[ \t]+(#[^\s#][^\r\n]*)/u;
/** Most files have none at all, and need not be looked at text by text. */
const ANYWHERE = /[ \t]#[^\s#]/u;

/** What stands behind ` #` is a comment to the program: a text is cut off there without a word. */
export const textBehindHash: Check = {
  rule: 'text-behind-hash',
  numbers: [],
  source: 'YAML 中空格加 # 之后是注释',
  summary: '文字不应在“ #”处被截断',
  run: (subject) => {
    const corpus = corpusOf(subject);
    const texts = KINDS.flatMap((kind) => corpus.texts(kind));
    const files = new Set(texts.map(({ document }) => document));
    const suspects = new Set([...files].filter(({ source }) => ANYWHERE.test(source.text)));
    return texts.filter(({ document }) => suspects.has(document)).flatMap(checkText);
  },
};

function checkText(source: BookletText) {
  const { document } = source;
  const end = valueEnd(document, pathOfText(source));
  const lost = end === undefined ? undefined : NO_COMMENT.exec(document.source.text.slice(end, end + 200));
  const words = lost?.[1];
  if (end === undefined || words === undefined) return [];
  const message = `“${words.slice(0, 20)}”前面是空格，会当作注释，不印出来；是正文的请给整段文字加引号，是注释的在 # 后加一个空格`;
  const place = document.source.placeAt(end + (lost?.[0].length ?? 0) - words.length);
  return [warning('text-behind-hash', message, place)];
}
