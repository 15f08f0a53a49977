import { LEFT_OVERS } from '../../../pack/left-overs/left-overs.ts';
import { UNDISCLOSED } from '../../../accounts/disclosed.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import { textAt } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { corpusOf, pathOfText, placeOfText, type BookletText } from '../../words/booklet-texts.ts';
import { saysNothing } from '../../words/empty-words.ts';

/** What a text should be, by the section that it stands in; a text of any other kind says enough by being there. */
const ADVICE: Readonly<Record<string, string>> = {
  原因: '请写明具体原因；没有增减、没有差异的，删去这一行；没有公开的写“未公开”',
  开支内容: '请写明花在哪里；没有开支的，删去这一行；没有公开的写“未公开”',
  主要职能: '请写明主要职能',
  其他用车用途: '请写明用途；没有其他用车的，删去这一行',
  绩效管理: '请写明情况；没有公开的写“未公开。”',
  年度总体目标: '请写明目标和完成情况；没有公开的写“未公开”',
  其他说明事项: '没有的写“无其他说明事项。”',
  下设处室: '没有处室的写 []',
  下属单位: '没有下属单位的写 []',
  名称: '请写全称',
  别名: '没有的删去',
  主管部门: '请写全称；自己就是主管部门的不写',
  实施单位: '请写全称；就是本单位的不写',
  项目名称: '请写项目名称',
  核对说明: '请写明为什么保留、由谁决定',
  公开: '请写明更正了什么',
};
/** What every booklet names, and no decision leaves out: 未公开 is no answer there. */
const ALWAYS_DISCLOSED: readonly string[] = ['名称', '核对说明', '公开'];
const SHOWN = 20;

/** Where a text must stand, a text stands: 无, 同上, 见附件 and their like explain nothing to a reader. */
export const emptyText: Check = {
  rule: 'empty-text',
  numbers: [],
  source: '公布的文本应说明变动原因、开支内容和各项情况',
  summary: '应当写明原因、内容的地方，不能以“无”“同上”“见附件”等代替',
  run: (subject) => {
    const corpus = corpusOf(subject);
    const texts = (['narrative', 'goal', 'entry', 'name', 'decision'] as const).flatMap((kind) =>
      corpus.texts(kind),
    );
    return texts.filter((text) => !isQuote(text)).flatMap((text) => checkText(text, subject));
  },
};

/** The words of a finding that a decision quotes are not its author's. */
function isQuote({ path, key }: BookletText): boolean {
  return path[0] === '核对说明' && key === '内容';
}

function checkText(source: BookletText, subject: CheckSubject): readonly Diagnostic[] {
  const [section = source.key, item] = source.path;
  const own = subject.year.narrative.value.own.has(String(section));
  const advice = own ? '请写明；没有公开的写“未公开”' : ADVICE[String(section)];
  const { text } = source;
  // What could not be read is taken for undisclosed, too, and has been reported.
  const written = textAt(source.document, pathOfText(source));
  const withheld = written === UNDISCLOSED && ALWAYS_DISCLOSED.includes(String(section));
  if (advice === undefined) return [];
  if (!withheld && !saysNothing(text, () => namesBeside(section, item, subject))) return [];
  // What stands there instead of words is told of as what it is.
  if (LEFT_OVERS.some(({ pattern }) => text.search(pattern) >= 0)) return [];
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  const message = `${titleOf(source, subject)}为“${shown}”，等于没有写；${advice}`;
  return [error('empty-text', message, placeOfText(source, 0))];
}

/** What the booklet prints beside the text. */
function namesBeside(
  section: PropertyKey | undefined,
  item: PropertyKey | undefined,
  { figures }: CheckSubject,
): readonly string[] {
  if (typeof item !== 'string') return [];
  if (section !== '原因') return [item];
  const label = figures.has(item) ? figures.get(item).label : '';
  return [label, ...label.split(/[（）]/u), ...item.split('.')].filter((name) => name !== '');
}

function titleOf({ path, key }: BookletText, { figures }: CheckSubject): string {
  const [section = '', item] = path;
  if (section === '原因') return `“${figures.find(String(item))?.label ?? String(item)}”的原因`;
  if (section === '开支内容') return `“${String(item)}”的开支内容`;
  return `“${String(key ?? (typeof item === 'string' ? item : section))}”`;
}
