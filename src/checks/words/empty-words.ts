import { recent } from '../../source/recent.ts';

/** No text of so many letters consists of words that say nothing. */
const LONGEST = 30;
/** Nor does one of so many, the names beside it included. */
const LONGEST_BESIDE = 70;

/** What a text may be told by: letters of Chinese or of a minority's writing, not Latin ones, no digits, no marks. */
const LETTERS = /(?!\p{Script=Latin})[\p{L}\p{M}]/gu;

/** Words that fill a place instead of a text. */
const FILLERS = new RegExp(
  `^(?:${[
    '(?:暂|尚|均|本项|此项|本单位|我单位)?(?:无|没有|未有)(?:具体)?(?:内容|说明|原因|情况|数据|信息)?',
    '[同如](?:前|上|下|左|右)(?:述|表|文|例|条|面|一?[条项])?(?:所[示述])?',
    '(?:具体|详情|详细|原因|内容)*(?:详见|参见|参阅|请见|请看|附见|并见|见于).*',
    '见(?:附|上|下|前|后|左|右|表|正文|文件|说明|报告|材料|明细|清单|批复|决算|情况).*',
    '待(?:定|补|补充|核|核实|核定|确认|确定|说明|完善|更新|查|议|报|续|写)',
    '从?略|省略|不详|不明|不明确|未知|不知道|不清楚|不确定|未提供|未说明|未填写?|没填|未写|空白?|不填|免填|忽略',
    '不适用|不涉及|不需要|不需说明|无需|无需说明|不必说明',
    '(?:均?属|为|系)?正常(?:支出|开支|增长|增加|减少|下降|变动|变化|增减|波动|调整|情况|现象|范围)*',
    '(?:严格|均|已)?(?:按|按照|依照|依据|根据|遵照)(?:有关|相关|国家|上级|财政)?(?:规定|要求|制度)(?:执行|支出|开支|列支|办理|处理)?',
    '请?(?:按|按照|根据|结合)(?:本?单位)?实际(?:情况)?(?:填写|填列|填报|说明|注明|补充|编写)(?:原因|内容)?',
    '(?:测试|试验|示例|样例|例子|占位|模板|样本|草稿|初稿)(?:文字|数据|内容|文本|用|一下)*',
    '一二三四?五?|甲乙丙?丁?|某|如题|已办|已阅|属实|同意|收到|原因[一二三四五]|其他(?:原因|因素|情况)?|有(?:变化|变动|增减|差异)了?',
  ].join('|')})$`,
  'u',
);

/** Words that only say again what is printed beside them: that there is a change, a reason, an expense. */
const EMPTY_WORDS = [
  ...['主要', '原因', '因素', '情况', '说明', '如下', '内容', '具体', '各种', '各项', '相关', '有关'],
  ...['等', '包括', '包含', '用于', '用', '是', '为', '系', '因', '由于', '导致', '所致', '造成'],
  ...['支出', '开支', '经费', '费', '数额', '数', '金额', '总额', '决算', '执行', '项目内容'],
  ...[
    '本年度',
    '本年',
    '当年',
    '今年',
    '上年度',
    '上年',
    '上一年',
    '去年',
    '与',
    '较',
    '比',
    '和',
    '同',
    '相比',
    '相较',
    '对比',
  ],
  ...[
    '有所',
    '略有',
    '小幅',
    '大幅',
    '相应',
    '增长',
    '增加',
    '上升',
    '提高',
    '增',
    '减少',
    '下降',
    '降低',
    '减',
  ],
  ...[
    '变化',
    '变动',
    '差异',
    '波动',
    '亿元',
    '万元',
    '元',
    '个百分点',
    '百分之',
    '了',
    '的',
    '之',
    '所',
    '而',
  ],
];
const NOTHING_SAID = new RegExp(`^(?:${EMPTY_WORDS.join('|')})+$`, 'u');

/**
 * Whether a text says nothing: marks, digits or Latin letters only, one character, one that is repeated, a filler (无,
 * 同上, 详见附件), or only what stands beside it anyway (支出增加).
 *
 * @param beside names that are printed beside the text, such as the label of its figure; asked for only where needed
 */
export function saysNothing(text: string, beside: () => readonly string[] = () => []): boolean {
  const letters = lettersOf(text);
  if (new Set(letters).size < 2) return !hasMore(text);
  if (letters.length > LONGEST_BESIDE) return false;
  const words = letters.join('');
  if (letters.length <= LONGEST && FILLERS.test(words)) return true;
  const rest = beside().reduce((left, name) => left.replaceAll(lettersOf(name).join(''), ''), words);
  return rest.length <= LONGEST && (rest === '' || NOTHING_SAID.test(rest));
}

/** A text may begin with one repeated letter, or with marks, and go on with words. */
function hasMore(text: string): boolean {
  return new Set(text.normalize('NFKC').match(LETTERS)).size > 1;
}

/** About the texts of thirty booklets. */
const MOST_TEXTS = 3000;

/** The first letters of a text, as many as matter. */
const lettersOf = recent(MOST_TEXTS, (text): readonly string[] => {
  const beginning = text.slice(0, 4 * LONGEST_BESIDE);
  return (beginning.normalize('NFKC').match(LETTERS) ?? []).slice(0, LONGEST_BESIDE + 1);
});
