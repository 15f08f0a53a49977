import type { LeftOver } from './left-over.ts';

const MONEY = '(?:万元|亿元|元)';
const COUNTED = '(?:人次|批次|平方米|人|个|辆|台|套|件|户|次|项|名|份|家|处|笔)';
const BLANK = '[ \\u00a0\\u3000]';
/** A clause ends, or turns to its parts: what stands before it is all there is. */
const STOP = '(?=[^\\S\\n]*(?:[，。；、）)（(,;：\\n]|其中|$))';
/** The head of a column, which is all of its text: 完成年初预算的%. */
const HEAD = '^[^，。；：\\n]{2,14}的(?=[%％]$)';
const CHINESE_NUMBER = '[一二三四五六七八九十百千万亿两几数多零〇半每]';

/** 张某某等 15 名同志: a person whose name is not to be published. */
const PERSON =
  '[王李张刘陈杨黄赵周吴徐孙朱马胡郭林何梁郑罗宋谢唐韩曹许邓萧冯曾彭潘袁董余苏吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔陆廖姚邱夏谭韦贾邹石熊孟秦阎薛侯雷龙段郝孔邵毛顾赖贺严尹钱施牛洪龚](?=某某(?:等|[，。、；：）]|先生|女士|同志|[和与]|$))';

/** Places for numbers, dates, names that nobody filled in. */
export const BLANKS: readonly LeftOver[] = [
  {
    pattern: new RegExp(
      [
        `(?<=[\\p{Script=Han}，；：、])(?<!单位[：为])(?<!${HEAD})${BLANK}*[%％]${STOP}`,
        `(?:增加|减少|增长|下降|共计|合计|总计|总额为?|金额为?|支出|收入|结余|预算数?|决算数?|经费|费|资金|拨款)${BLANK}*${MONEY}${STOP}`,
        `(?<=(?!${CHINESE_NUMBER})[\\p{Script=Han}，；：、（(])${BLANK}+(?:${MONEY}|${COUNTED})${STOP}`,
        `(?:共|共计|合计|总计|实有|保有量|购置数)为?${BLANK}*(?:人|个|辆|台|套|件|户)${STOP}`,
        `(?:截至|截止到?|于|自|至)${BLANK}*年${BLANK}*(?:月|\\d{1,2}月)|(?<!\\d)${BLANK}年${BLANK}+月`,
        `第${BLANK}+[号条次期届]|〔${BLANK}*〕|[〔［\\[]20${BLANK}*[〕］\\]]`,
      ].join('|'),
      'gu',
    ),
    what: '数字没有填写；请填写，没有的删去这句话',
  },
  {
    pattern: /[（(][ \u3000]*[）)]|“[ \u3000]*”|《[ \u3000]*》/gu,
    what: '括号、引号里没有内容；请填写或删去',
  },
  {
    pattern:
      /20[XxＸｘ×]{2}(?=\s*年)|(?<![A-Za-zＡ-Ｚａ-ｚ\d])(?:[XxＸｘ×]{2,}|[XxＸｘ×](?=[省市县区州局厅委办镇乡年月日人个万]))(?![A-Za-z\d])/gu,
    what: '占位符没有替换；请填写',
  },
  { pattern: new RegExp(`(?<!${PERSON})某某`, 'gu'), what: '占位符没有替换；请填写' },
  { pattern: /[_＿]{3,}/gu, what: '留空没有填写；请填写' },
  {
    pattern:
      /[?？]{2,}|(?<![〇零一二三四五六七八九])[○〇]{2,}(?=[省市县区州局厅委办镇乡部单项])|[（(<＜〈《](?:单位|部门)(?:名称|全称)[)）>＞〉》]/gu,
    what: '占位符没有替换；请填写',
  },
];
