import type { LeftOver } from './left-over.ts';

const UP = '(?:增加|增长|上升|提高|扩大|高于|大于|多于|超过|超出)';
const DOWN = '(?:减少|下降|降低|缩小|低于|小于|少于|未超过|不足)';
const EVEN = '(?:持平|等于|不变|无变化|一致)';
const OPEN = '[（(/／]';
const CLOSE = '[）)]';
/** What else may be listed with it: 大于（小于、等于）. */
const MORE = `(?:[、/／，,或]\\s*(?:${UP}|${DOWN}|${EVEN}))*`;
/** The bracket closes, or a number follows: 下降（增长27.78%）. */
const END = `(?:${CLOSE}|(?=[\\d.,%％万元\\s]{1,12}(?:${CLOSE}|[，。；\\n]|$)))`;

/** Words between which the template lets choose. */
export const ALTERNATIVES: readonly LeftOver[] = [
  {
    pattern: new RegExp(
      [
        `${UP}${OPEN}(?:${DOWN}|${EVEN})${MORE}${END}`,
        `${DOWN}${OPEN}(?:${UP}|${EVEN})${MORE}${END}`,
        `${EVEN}${OPEN}(?:${UP}|${DOWN})${MORE}${END}`,
        // Without brackets the second word belongs to the sentence.
        `${UP}[/／](?:${DOWN}|${EVEN})${MORE}`,
        `${DOWN}[/／](?:${UP}|${EVEN})${MORE}`,
        `(?:${UP}(?:或|、)${DOWN}|${DOWN}(?:或|、)${UP})(?=\\s*(?:\\d|[%％X×_]|万元))`,
        `[（(]或者?(?:[与较比]\\p{Script=Han}{2,8})?(?:${UP}|${DOWN}|${EVEN})\\p{Script=Han}{0,4}${CLOSE}`,
        `(?:有[（(]无|无[（(]有|是[（(]否|否[（(]是)${CLOSE}?|有[/／]无|无[/／]有|是[/／]否|否[/／]是`,
        `(?:已|未)[（(/／](?:已|未|不)${CLOSE}?(?=[完达实公发安开])`,
        `行政(?:单位)?[（(/／]事业(?:单位)?${CLOSE}?|事业(?:单位)?[（(/／]行政(?:单位)?${CLOSE}?`,
        `[本我各该](?:部门[（(/／]单位|单位[（(/／]部门)${CLOSE}?`,
        `(?:年初|全年|调整)[（(/／](?:年初|全年|调整后?)${CLOSE}?预算`,
        `[□☐☑](?=\\s*\\p{Script=Han})`,
      ].join('|'),
      'gu',
    ),
    what: '样式中的备选词没有选定；请按实际情况选一个',
  },
  {
    pattern:
      /减增加|(?<!净)增减少|增增加|减减少|大小于|(?:增长下降|下降增长|增加减少|减少增加|上升下降)(?=\s*\d)/gu,
    what: '备选词没有删干净；请按数字选一个',
  },
];
