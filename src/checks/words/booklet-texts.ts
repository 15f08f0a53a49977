import type { LoadedEvaluation } from '../../accounts/load.ts';
import type { Place } from '../../source/place.ts';
import { placeInText, type YamlDocument, type YamlPath } from '../../source/yaml.ts';
import type { CheckSubject } from '../check.ts';
import { indicatorsOf } from '../forms/indicators.ts';

/**
 * What a text is: a sentence of the narrative, a goal of a form, another entry of a form (indicator, target, reason),
 * or the name of a body, an office, an item.
 */
export type TextKind = 'narrative' | 'goal' | 'entry' | 'name';

/** One text that the booklet prints, and where it stands. */
export interface BookletText {
  readonly kind: TextKind;
  readonly document: YamlDocument;
  readonly path: YamlPath;
  readonly text: string;
}

/** A match in a text, with its offset there. */
export interface TextHit {
  readonly source: BookletText;
  readonly match: RegExpExecArray;
  readonly offset: number;
}

/** Between two texts of a corpus: nothing that is searched for can lie across it. */
const BORDER = '\n\u0000\n';

/** All texts of a booklet in a row, so that a pattern runs once over all of them. */
export class Corpus {
  readonly texts: readonly BookletText[];
  readonly joined: string;
  private readonly starts: readonly number[];

  constructor(texts: readonly BookletText[]) {
    this.texts = texts;
    const starts: number[] = [];
    let length = 0;
    for (const { text } of texts) {
      starts.push(length);
      length += text.length + BORDER.length;
    }
    this.starts = starts;
    this.joined = texts.map(({ text }) => text).join(BORDER);
  }

  /** Every match of a global pattern, in the texts of the given kinds. */
  hits(pattern: RegExp, ...kinds: readonly TextKind[]): readonly TextHit[] {
    return [...this.joined.matchAll(pattern)].flatMap((match) => {
      const hit = this.locate(match);
      return hit === undefined || (kinds.length > 0 && !kinds.includes(hit.source.kind)) ? [] : [hit];
    });
  }

  private locate(match: RegExpExecArray): TextHit | undefined {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= match.index) low = middle;
      else high = middle - 1;
    }
    const source = this.texts[low];
    return source && { source, match, offset: match.index - (this.starts[low] ?? 0) };
  }
}

/** Where a hit stands. */
export function placeOfHit({ source, offset }: TextHit): Place {
  return placeInText(source.document, source.path, source.text, offset);
}

const CLAUSE_ENDS = '，。；！？\n';
const SENTENCE_ENDS = '。；！？\n';

/** The clause around a hit, from one punctuation mark to the next. */
export function clauseOf(hit: TextHit): string {
  return between(hit, CLAUSE_ENDS);
}

/** The sentence around a hit. */
export function sentenceOf(hit: TextHit): string {
  return between(hit, SENTENCE_ENDS);
}

function between({ source: { text }, match, offset }: TextHit, ends: string): string {
  let from = offset;
  while (from > 0 && !ends.includes(text.charAt(from - 1))) from -= 1;
  let to = offset + match[0].length;
  while (to < text.length && !ends.includes(text.charAt(to))) to += 1;
  return text.slice(from, to);
}

const corpora = new WeakMap<object, Corpus>();

/** The texts of a booklet: names, narrative and forms. Keys and numbers are not among them. */
export function corpusOf(subject: CheckSubject): Corpus {
  const known = corpora.get(subject.year);
  if (known !== undefined) return known;
  const texts = [...names(subject), ...narrative(subject), ...subject.year.evaluations.flatMap(formTexts)];
  const corpus = new Corpus(texts);
  corpora.set(subject.year, corpus);
  return corpus;
}

function names({ unit, year }: CheckSubject): readonly BookletText[] {
  const { document, value } = unit.unit;
  const name = (path: YamlPath, text: string): BookletText => ({ kind: 'name', document, path, text });
  return [
    name(['名称'], value.name),
    ...value.aliases.map((text, index) => name(['别名', index], text)),
    ...(value.supervisor === undefined ? [] : [name(['主管部门'], value.supervisor)]),
    ...value.subordinates.map((text, index) => name(['下属单位', index], text)),
    ...year.narrative.value.offices.map((text, index) => ({
      ...name(['下设处室', index], text),
      document: year.narrative.document,
    })),
  ];
}

function narrative({ year }: CheckSubject): readonly BookletText[] {
  const { document, value } = year.narrative;
  const { results, problems, measures } = value.performance;
  const entry = (path: YamlPath, text: string): BookletText => ({ kind: 'narrative', document, path, text });
  return [
    entry(['主要职能'], value.duties),
    ...Object.entries(value.reasons).flatMap(([id, { text }]) =>
      text === undefined ? [] : [entry(['原因', id], text)],
    ),
    ...Object.entries(value.spentOn).map(([name, text]) => entry(['开支内容', name], text)),
    ...(value.otherVehicles === undefined ? [] : [entry(['其他用车用途'], value.otherVehicles)]),
    entry(['绩效管理', '成效'], results),
    entry(['绩效管理', '发现的问题及原因'], problems),
    entry(['绩效管理', '下一步改进措施'], measures),
    entry(['其他说明事项'], value.otherMatters),
  ];
}

function formTexts(form: LoadedEvaluation): readonly BookletText[] {
  const { document, value } = form;
  const entry = (path: YamlPath, text: string): BookletText => ({ kind: 'entry', document, path, text });
  const goal = (key: string, text: string): BookletText => ({
    ...entry(['年度总体目标', key], text),
    kind: 'goal',
  });
  const texts = [goal('预期目标', value.goals.expected), goal('实际完成情况', value.goals.achieved)];
  if (value.kind === '项目') {
    const { name, supervisor, implementer } = value;
    texts.push(entry(['项目名称'], name));
    if (supervisor !== undefined) texts.push({ ...entry(['主管部门'], supervisor), kind: 'name' });
    if (implementer !== undefined) texts.push({ ...entry(['实施单位'], implementer), kind: 'name' });
  } else {
    value.sources.forEach(({ executionRate }, index) => {
      if (executionRate !== undefined) texts.push(entry(['资金', index, '执行率'], executionRate));
    });
  }
  for (const { indicator, path } of indicatorsOf(form)) {
    texts.push(entry([...path, '三级指标'], indicator.name), entry([...path, '指标值'], indicator.target));
    texts.push(entry([...path, '完成值'], indicator.actual));
    if (indicator.basis !== undefined) texts.push(entry([...path, '设定依据'], indicator.basis));
    if (indicator.deviationReason !== undefined)
      texts.push(entry([...path, '偏差原因'], indicator.deviationReason));
  }
  return texts;
}
