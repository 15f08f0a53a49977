import type { LeftOver } from './left-over.ts';

const BASE =
  '(?:上年|去年|上一年|上年度|上一年度|上年同期|去年同期|年初预算|全年预算|预算)(?:数|决算数?|执行数|合计|总额)?';
const CHANGE = '(?:增加|增长|上升|提高|减少|下降|降低)';

/** Slips of wording and of marks. */
export const SLIPS: readonly LeftOver[] = [
  {
    pattern: new RegExp(`与${BASE}${CHANGE}(?!的|额|数|幅|值|部分|项目|趋势)`, 'gu'),
    what: '不成句，“与……”后面少了“相比”；请改为“与……相比，”或“比……”',
  },
  { pattern: new RegExp(`持平${CHANGE}|${CHANGE}持平`, 'gu'), what: '持平与增减不能并存；请按数字留下一个' },
  { pattern: /支出收入|较上一度|比上一度/gu, what: '措辞有误；请改正' },
  { pattern: /[%％]{2,}|([，。；、：])\1+/gu, what: '符号写了两次；请删去一个' },
  { pattern: /[，、；：][。；！？]|[。！？；][，、；]|，、|、，|：，/gu, what: '标点连用；请留下一个' },
];
