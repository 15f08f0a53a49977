import { recent } from '../source/recent.ts';
import { OWN_BODY } from './own-body.ts';

/** Whose and when, before the name of what a number counts. */
const LEADING = new RegExp(
  String.raw`^(?:[，。；：、\s（）“”‘’]|[及和与](?:所属|下属)(?:各|预算|事业|二级)*单位(?=[\p{Script=Han}“])|其中|包括|分别|\d{4}年(?:度|底|末|12月31日)?|截至|截止到?|12月31日|年末(?!.{0,6}结[转余])|年底|期末|本年度|当年|今年|全年(?!预算|执行)|本年(?!收入|支出|财政)|${OWN_BODY}|单位(?!价)|部门(?!决算)|全局|现有|共有|拥有|实际(?!支出|执行)|另外?|还有|同时|以及|主要是|安排|(?:主要)?用于(?!.{2,8}的彩票公益金)|按(?:规定|标准)|依法|取得|形成|支付|发生|财政拨款开支的|纳入本单位决算编报范围的|实现|完成(?!率)|用(?!于)|由|为|共|仅|只|已|将|使|达|有|(?:按|从).{1,8}看|[一二三四五六七八九十]{1,2}是|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]、|\d{1,2}[.、](?!\d)|参加(?=因?公?出国)|该|此|恰好?|刚好|正好|和|及|与|自评(?:等级)?(?:为|得)|等级为|评为|获得?|结果为)+`,
  'u',
);

/** What a name is followed by when its amount is told. */
const TRAILING =
  /(?:[仍尚还][有为]?|各|支出决算数?|收入决算数?|决算数额|决算数?|支出数额?|实际支出数?|实际执行数?|实际完成数?|实现数|执行数|支出金额|(?:总)?金额|数额|总额为|资金(?=$)|[：，\s“”‘’])+$/u;

/** Words that name nothing by themselves: they speak of what the sentence speaks of already. */
const GENERIC =
  /^(?!本年(?:收入|支出)|当年(?:收入|支出)|(?:收入|支出)总计|(?:收入|支出)合计$|总收入|总支出)(?:支(?=总计)|支出|收入|决算|实际|执行|预算|资金|金额|总额|合计|共计|总计|本年|当年|全年|本年度|年度|数|额|其|该项|此项|项目?总?金额|年初|调整|后|的|批复|安排|下达|使用|到位|完成|总|净|初|比|较|上年|去年|上年度|同期|相比|与|同|和|开支|发生|列支|投入|年中|财政|仅|只|已|共|计|约|近|达|均|也|都|又|再|还|新|其中|目前|现|今年|科目|由|从|到|至|为|是|有|即)*$/u;

/** 基本支出中公用经费: of the parts, the name is behind. */
const AMONG = /^.{2,24}(?:支出|收入|经费|总额|资金|合计|采购)当?中(?=[\p{Script=Han}]{2})(?!小|标|央|介|心)/u;

/** Marks of the levels of a code, as texts write them behind a name. */
const LEVELS = /（[类款项]）/gu;
const NOISE = /[\s“”‘’"'《》]/gu;

/** About the names in the texts and the tables of a few booklets. */
const MOST_NAMES = 5000;

/** The name of what a number counts, without whose and when, and without 决算数 and the like behind it. */
export const bareName = recent(MOST_NAMES, nameIn);

function nameIn(words: string): string {
  let name = words.replace(AMONG, '').replace(LEADING, '');
  name = name.replace(/(?<=.{2})(?:上年|去年).{0,12}$/u, '').replace(TRAILING, '');
  return name.replaceAll(NOISE, '');
}

/** Whether words add no name to what is spoken of. */
export function isGeneric(name: string): boolean {
  return GENERIC.test(name);
}

const EVENT =
  /相比$|比较$|时间|(?:增[加长多]|减少|下降|上升|提高|降低|扩大|缩小|压[减缩]|不足|偏[紧松低高]|变化|影响|因素|要求|需要|控制)$/u;

/** Whether a clause tells when, or what happened, and names nothing: 批次恢复性增加，年初预算 3.20 万元…. */
export function isEvent(clause: string): boolean {
  return EVENT.test(clause);
}

/** A name as it is compared: without marks of levels. */
export function withoutLevels(name: string): string {
  return name.replaceAll(LEVELS, '');
}

/** Ways in which a table may have the same name: 公务接待费 for 公务接待费支出. */
export const spellingsOf = recent(MOST_NAMES, spellings);

function spellings(name: string): readonly string[] {
  const plain = withoutLevels(name);
  const short = plain.replace(/(?:总支出|支出|费用|经费|总额|数|情况|总金额|金额)$/u, '');
  // 其他 is no short form of 其他收入.
  const longer = plain.length > 2 ? [`${plain}支出`, `${plain}收入`, `${plain}总额`, `${plain}数`] : [];
  return [...new Set([plain, short, ...longer])].filter(
    (spelling) => spelling.length > 1 || spelling === plain,
  );
}
