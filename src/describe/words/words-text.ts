import { shortened } from '../../source/visible-text.ts';
import { COMPARISONS } from '../../figures/comparisons.ts';
import { padded } from './columns.ts';
import type { FieldWord, FigureWord, ListWord, WordList } from './word-list.ts';

/** Examples are shown as far as a line holds them. */
const LONGEST_EXAMPLE = 40;

/** Ids of a group stand in a column, unless they are longer. */
const WIDEST_ID = 48;
const WIDEST_VALUE = 24;

/** A list of words for a terminal: each line says by itself what it is about, so that it can be searched line by line. */
export function wordsText(words: WordList): readonly string[] {
  const { pack, name, booklet } = words;
  const examples =
    booklet === undefined
      ? '没有单位可以举例：数字只列单位填报的和模板用到的'
      : `例子取自 ${booklet}，照这个模板包印`;
  return [
    `模板包 ${pack}（${name}）里可以写的词；${examples}。`,
    ...helperLines(words),
    ...textLines(words),
    ...listLines(words),
    ...nameLines(words),
    ...figureLines(words.figures),
  ];
}

function helperLines({ helpers }: WordList): readonly string[] {
  return [
    ...heading('助手：方括号里的可以不写'),
    ...helpers.flatMap(({ name, usage, says, units, example, prints }) => [
      `助手 ${name}：${says}${units === undefined ? '' : `；只印单位是${units}的数`}`,
      `助手 ${name}：写作 ${usage}`,
      ...(example === undefined ? [] : [`助手 ${name}：例 ${example}${arrow(prints)}`]),
    ]),
  ];
}

function textLines({ texts }: WordList): readonly string[] {
  return [
    ...heading('文字：直接写在双花括号里'),
    ...texts.map(({ name, prints }) => `文字 {{${name}}}${arrow(prints)}`),
  ];
}

function listLines({ lists }: WordList): readonly string[] {
  return [
    ...heading('清单：用 {{#each 清单}}…{{/each}}、{{连列 清单}}、{{#if 清单}}，各项的名称写在里面'),
    ...lists.flatMap(({ name, items, fields }) => [
      `清单 ${name}${items === undefined ? '' : `（例中 ${items} 项）`}`,
      ...fieldLines(name, fields, lists),
    ]),
  ];
}

function fieldLines(
  list: string,
  fields: readonly FieldWord[],
  lists: readonly ListWord[],
): readonly string[] {
  return fields.flatMap((field) => {
    const name = `${list}.${field.name}`;
    if (field.fields === undefined) {
      const kind = field.unit ?? (field.key === true ? '键，写在助手的参数和数字的名称里' : field.kind);
      return [`清单 ${name}：${kind}${arrow(field.prints)}`];
    }
    const same = alikeList(list, field.fields, lists);
    if (same !== undefined) return [`清单 ${name}：清单，各项与“${same}”的一样`];
    return [`清单 ${name}：清单`, ...fieldLines(name, field.fields, lists)];
  });
}

/** The list whose items have the same fields as those below an item; the one of the most similar name. */
function alikeList(
  list: string,
  fields: readonly FieldWord[],
  lists: readonly ListWord[],
): string | undefined {
  const shape = shapeOf(fields);
  const alike = lists.filter((one) => shapeOf(one.fields) === shape).map(({ name }) => name);
  const shared = (name: string): number => [...name].findIndex((letter, at) => letter !== list[at]);
  return alike.toSorted((a, b) => shared(b) - shared(a))[0];
}

function shapeOf(fields: readonly FieldWord[]): string {
  return fields.map((field) => `${field.name}:${field.kind}(${shapeOf(field.fields ?? [])})`).join();
}

function nameLines({ states, phrases, tables, partials }: WordList): readonly string[] {
  const listed = (label: string, names: readonly string[]): string =>
    names.length === 0 ? '' : `；${label} ${names.join('、')}`;
  return [
    ...(states.length === 0 ? [] : heading('情形：用 {{#若情形 "情形"}}…{{/若情形}}')),
    ...states.map(
      ({ name, excuses, excludes, zero }) =>
        `情形 ${name}${listed('免', excuses)}${listed('不应有', excludes)}${listed('应为零', zero)}`,
    ),
    ...(phrases.length === 0 ? [] : heading('自定措辞：用 {{措辞 "名称" 数字}}')),
    ...phrases.map(({ name, signs }) => `自定措辞 ${name}：${signs.join('、')}`),
    ...(tables.length === 0 ? [] : heading('决算表：用 {{决算表 "表名"}}')),
    ...tables.map(({ key, title }) => `决算表 ${key}：${title}`),
    ...(partials.length === 0 ? [] : heading('几处共用的文字：用 {{> 名称}}')),
    ...partials.map((name) => `共用 {{> ${name}}}`),
  ];
}

/** Figures by the first step of their ids. */
function figureLines(figures: readonly FigureWord[]): readonly string[] {
  const groups = Map.groupBy(figures, ({ id }) => id.split('.')[0] ?? '');
  const compared = COMPARISONS.map((end) => `.${end}`).join(' ');
  return [
    ...heading('数字：由助手印出'),
    `# 除了以 %、年 为单位的，每个数都另有 ${compared}；还有别的，写在行末`,
    '# 以数字开头的一段在文字里加方括号：支出.[201].合计；{科目} 在决算表里照写，在文字里换成编码',
    ...[...groups].flatMap(([name, group]) => [...heading(`数字 ${name}`), ...groupLines(group)]),
  ];
}

function groupLines(group: readonly FigureWord[]): readonly string[] {
  const ids = group.map(({ id }) => id);
  const values = group.map(valueOf);
  return group.map((figure, index) => {
    const id = padded(figure.id, ids, WIDEST_ID);
    return `${id}  ${padded(values[index] ?? '', values, WIDEST_VALUE)}  ${about(figure)}`;
  });
}

function valueOf({ prints, unit }: FigureWord): string {
  return [...(prints === undefined ? [] : [shortened(prints, LONGEST_EXAMPLE)]), unit ?? ''].join(' ');
}

/** What a figure is called, and what else follows from it. */
function about({ label, rows, endings }: FigureWord): string {
  const others = endings.filter((end) => !COMPARISONS.some((one) => one === end));
  const ends = others.length === 0 ? '' : `；另有 ${others.map((end) => `.${end}`).join(' ')}`;
  const name = shortened(label, LONGEST_EXAMPLE);
  return `${rows === undefined ? name : `${rows.length} 行，如 ${name}`}${ends}`;
}

function heading(text: string): readonly string[] {
  return ['', `# ${text}`];
}

function arrow(prints: string | undefined): string {
  if (prints === undefined || prints === '') return '';
  return ` → ${shortened(prints.replaceAll(/\s+/g, ' '), LONGEST_EXAMPLE)}`;
}
