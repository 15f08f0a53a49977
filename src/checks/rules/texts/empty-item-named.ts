import { isZero } from '../../../figures/value.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeInText } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';

/** A list of what the money went to. */
const LIST = /(?:主要)?(?:包括|用于|是|为)[：:]?([^。；;]+)/gu;
const SEPARATOR = /[、，,和及与]|等/u;
/** Reasons about basic expenditure, whose items T6 lists. */
const ABOUT_BASIC = /^(?:基本支出\.|支出\.一般公共预算\.基本支出|支出\.基本支出)/u;

/** A list of contents names only items with an amount. */
export const emptyItemNamed: Check = {
  rule: 'empty-item-named',
  numbers: ['R68'],
  source: '基本支出的“主要包括”与经济分类明细一致',
  summary: '“主要包括”所列的科目，明细中应有金额',
  run: (subject) =>
    Object.entries(subject.year.narrative.value.reasons).flatMap(([id, { text }]) =>
      text === undefined || !ABOUT_BASIC.test(id) ? [] : checkReason(subject, id, text),
    ),
};

function checkReason(subject: CheckSubject, id: string, text: string): readonly Diagnostic[] {
  const { document } = subject.year.narrative;
  return [...text.matchAll(LIST)]
    .filter(([list]) => !/上年|去年/u.test(list))
    .flatMap((match) =>
      (match[1] ?? '').split(SEPARATOR).flatMap((name) => {
        const code = economicCodeOf(subject, name.trim());
        const figure = code === undefined ? undefined : subject.figures.find(`基本支出.${code}`);
        if (code === undefined || (figure !== undefined && !isZero(figure.value))) return [];
        const message = `原因中列了“${name.trim()}”，基本支出经济分类（${code}）没有金额；请核对科目，或从文字中删去`;
        const offset = text.indexOf(name.trim(), match.index);
        return [warning('empty-item-named', message, placeInText(document, ['原因', id], text, offset))];
      }),
    );
}

/** The 款 of that name; class names are too wide to be meant. */
function economicCodeOf({ codes }: CheckSubject, name: string): string | undefined {
  if (name.length < 2) return undefined;
  for (const [code, entry] of codes.economic) if (code.length === 5 && entry.name === name) return code;
  return undefined;
}
