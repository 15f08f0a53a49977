import { OWN_BODY } from './own-body.ts';
import type { Item, Sentence } from './sentence.ts';

const BODY =
  /(?:中心|[中小]学(?![生段])|幼儿园|卫生院|福利院|敬老院|党校|馆(?![员内])|监测站|水文站|公司|协会|学校|学院|医院|研究院|服务部|基金会|支队|大队|街道|全[市区县国]|某|各[县区乡])(?!大厅|服务局|运行)/u;

const OWN = new RegExp(`${OWN_BODY}|局机关|机关本级`, 'u');

/** 截至2023年底，, 其中：, 2023年度: what may stand before who a clause is about. */
const BEFORE_SUBJECT =
  '(?:(?:其中|另外|此外|同时|目前|截至|当年|本年度?|全年)[：，]?|(?:\\d{4}年)(?:度|底|末|\\d{1,2}月(?:\\d{1,2}日|底|末)?)?[，]?)*';
/** 及所属单位, 所属 2 家单位: all that is below a body is counted with it. */
const ALL_BELOW = '(?!各?(?:预算|事业|行政|二级|基层|独立核算)*(?:单位|机构)|\\s*\\d)';
/** Who else a clause may be about; 该镇 goes on about a body that is none of this kind. */
const ANOTHER = [
  `(?:[我本][局委办厅市县区]|[我本]单位|[我本]部门)?其?(?:所属|下属|辖属|直属)的?${ALL_BELOW}`,
  '(?:上级|涉及)?某(?![些类种一])',
  '辖区(?!内)',
  '[Xx×Ｘ]{2,3}(?=[\\p{Script=Han}])',
  '该(?:局|镇|乡|县|市|区|站|所|院|校|馆|中心|村|街道|社区|企业|公司|协会|学校|医院)',
  '(?:受托|代管|托管|承办|供货|中标|施工|承建|受援|被帮扶)(?:单位|方|企业|机构)',
  '[\\p{Script=Han}]{1,2}[\\p{Script=Han}--[城集乡小古村一本我全该]][镇乡](?![镇村土级街村])(?=政府|人民政府|机关|财政|\\d|公务|“三公”)',
].join('|');
const HEADS = new RegExp(
  `(?<=^|[，；：])${BEFORE_SUBJECT}(?:(?<own>${OWN.source})(?!(?:其|的)?(?:所属|下属))|(?<another>${ANOTHER}))`,
  'gv',
);
/** 其中：…, 与上年相比…, 未发生…: it tells more of what the sentence before is about. */
const GOES_ON =
  /^\s*(?:其中|具体|主要|另|此外|同时|该|其|未|无|没有|[与同比较]上年|同比|完成(?:年初)?预算|授予|支出)/u;
/** How far back the sentence is looked for that is gone on about. */
const REACH = 400;

/**
 * Who is told of at an offset of a text, by the last subject before it at the head of a clause or of the sentence that is
 * gone on about: the booklet's own body, or another, so that none of the own figures is meant. Undefined where no words say.
 */
function subjectAt(text: string, offset: number): 'own' | 'another' | undefined {
  const before = text.slice(Math.max(offset - REACH, 0), offset).split(/[。！？\n]/u);
  for (const sentence of before.toReversed()) {
    const last = [...sentence.matchAll(HEADS)].at(-1);
    if (last !== undefined) return last.groups?.['another'] === undefined ? 'own' : 'another';
    if (OWN.test(sentence) || !GOES_ON.test(sentence)) return undefined;
  }
  return undefined;
}

/** Whether another body is told of at an offset of a text. */
export function isToldOfAnother(text: string, offset: number): boolean {
  return subjectAt(text, offset) === 'another';
}

/** Whether another body is told of at an offset of a sentence of a text: by the subject before it, or by how the sentence begins. */
export function isOfAnotherBody(sentence: Sentence, text: string, offset: number): boolean {
  return (subjectAt(text, offset) ?? (beginsWithAnother(sentence) ? 'another' : 'own')) === 'another';
}

/** Whether a sentence begins with another body than the booklet's: its own figures are not meant. */
function beginsWithAnother({ text, from, items }: Sentence): boolean {
  const first = items.find(({ mentions }) => mentions.length > 0)?.mentions[0]?.quantity.from ?? from;
  const opening = text.slice(0, first - from);
  return BODY.test(opening) && !OWN.test(opening);
}

/**
 * Whether an item is told of another body, or is none of the booklet's: 局机关 171 人；某中心 65 人, behind a semicolon, the
 * words before the first number may name one; 所属单位 25 个项目 counts no bodies.
 */
export function isOfOther(item: Item, { text, from }: Sentence): boolean {
  const [first] = item.mentions;
  if (/单位$/u.test(item.name) && /^(?:项目|问题|事项|岗位|案件|合同|指标)/u.test(first?.after ?? ''))
    return true;
  const before = text.slice(0, (first?.quantity.from ?? from) - from);
  const turn = before.lastIndexOf('；');
  const opening = turn < 0 ? '' : (/^[^\d]*/u.exec(before.slice(turn))?.[0] ?? '');
  return BODY.test(opening) && !OWN.test(opening);
}

/** Whether a sentence tells of bodies below the booklet's, whose money may be all of its kind. */
export function tellsOfThoseBelow({ text }: Sentence): boolean {
  return /下属|所属/u.test(text);
}
