import { isZero } from '../../../figures/value.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { sentenceOf } from '../../words/around-hit.ts';
import { corpusOf, placeOfText, type TextHit } from '../../words/booklet-texts.ts';

/** A list of what the money went to. */
const LIST = /(?:主要)?(?:包括|用于|是指?|为)[：:]?([^。；;\n]+)/gu;
const SEPARATOR = /[、，,和及与]|等/u;
/** Texts about basic expenditure, whose items T6 lists. */
const ABOUT_BASIC = /基本支出|人员经费|公用经费|机关运行经费/u;

/** A list of contents names only items with an amount. */
export const emptyItemNamed: Check = {
  rule: 'empty-item-named',
  numbers: ['R68'],
  source: '基本支出的“主要包括”与经济分类明细一致',
  summary: '“主要包括”所列的科目，明细中应有金额',
  run: (subject) =>
    corpusOf(subject)
      .hits(LIST, 'narrative')
      .filter((hit) => isAboutBasic(hit) && !/上年|去年/u.test(hit.match[0]))
      .flatMap((hit) => checkList(hit, subject)),
};

function isAboutBasic(hit: TextHit): boolean {
  return ABOUT_BASIC.test(String(hit.source.path[1] ?? '')) || ABOUT_BASIC.test(sentenceOf(hit));
}

function checkList({ source, match, offset }: TextHit, subject: CheckSubject): readonly Diagnostic[] {
  return (match[1] ?? '').split(SEPARATOR).flatMap((part) => {
    const name = part.trim();
    const code = economicCodeOf(subject, name);
    const figure = code === undefined ? undefined : subject.figures.find(`基本支出.${code}`);
    if (code === undefined || (figure !== undefined && !isZero(figure.value))) return [];
    const message = `文字中列了“${name}”，基本支出经济分类（${code}）没有金额；请核对科目，或从文字中删去`;
    return [warning('empty-item-named', message, placeOfText(source, source.text.indexOf(name, offset)))];
  });
}

/** The 款 of that name; class names are too wide to be meant. */
function economicCodeOf({ codes }: CheckSubject, name: string): string | undefined {
  if (name.length < 2) return undefined;
  for (const [code, entry] of codes.economic) if (code.length === 5 && entry.name === name) return code;
  return undefined;
}
