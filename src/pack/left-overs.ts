/** Words that a form's template leaves behind where nobody has chosen or filled in. */
export interface LeftOver {
  readonly pattern: RegExp;
  /** What it is and what to do, in Chinese. */
  readonly what: string;
}

/** Mistakes of wording that were met in published booklets, in templates as in texts. All patterns are global. */
export const LEFT_OVERS: readonly LeftOver[] = [
  {
    pattern:
      /(?:增加|增长|上升|提高|高于|大于|多于|超过|有)[（(/](?:减少|下降|降低|低于|小于|少于|不足|无)[)）]?|(?:减少|下降|降低|低于|小于|少于)[（(/](?:增加|增长|上升|提高|高于|大于|多于|超过|等于)[)）]?/gu,
    what: '样式中的备选词没有选定；请按数字选一个',
  },
  {
    pattern:
      /减增加|(?<!净)增减少|增增加|减减少|大小于|(?:增长下降|下降增长|增加减少|减少增加|上升下降)(?=\s*\d)/gu,
    what: '备选词没有删干净；请按数字选一个',
  },
  {
    pattern:
      /20[XxＸｘ×]{2}(?=\s*年)|(?<![A-Za-zＡ-Ｚａ-ｚ\d])(?:[XxＸｘ×]{2,}|[XxＸｘ×](?=[省市县区州局厅委办镇乡年月日人个万]))(?![A-Za-z\d])|某某/gu,
    what: '占位符没有替换；请填写',
  },
  { pattern: /[_＿]{3,}/gu, what: '留空没有填写；请填写' },
  {
    pattern: /待填写?|此处填写?|此处应?写|请填写|请在此|（填写[^（）]{0,20}）/gu,
    what: '是填写提示，不是内容；请填写',
  },
  {
    pattern: /【(?:\s*|[^【】]{0,20}(?:填|请|此处|选择|名称|金额|数字|单位|[Xx×]{2})[^【】]{0,10})】/gu,
    what: '占位符没有替换；请填写',
  },
  {
    pattern:
      /[?？]{2,}|(?<![〇零一二三四五六七八九])[○〇]{2,}(?=[省市县区州局厅委办镇乡部单项])|[（(](?:单位|部门)(?:名称|全称)[)）]/gu,
    what: '占位符没有替换；请填写',
  },
  { pattern: /[%％]{2,}|([，。；、：])\1+/gu, what: '符号写了两次；请删去一个' },
  { pattern: /支出收入|较上一度|比上一度/gu, what: '措辞有误；请改正' },
  { pattern: /#(?:REF!|VALUE!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!)/gu, what: '是电子表格的错误值；请改成内容' },
  { pattern: /(?<![^\n])(?:null|NULL|None|NaN|undefined|~)(?![^\n])/gu, what: '是程序的空值；请改成内容' },
];

/** Three digits of a year, or one too many: 202 年度, 20233年. */
export const BROKEN_YEAR =
  /(?<!\d)(?:\d{3}\s*年度|(?:199|20[0-2])\s*年(?!历史|来|以上|的历史)|(?:19|20)\d{3,}\s*年)/gu;
