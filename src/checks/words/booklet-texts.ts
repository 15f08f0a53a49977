import { levelKey } from '../../accounts/forms/indicator-levels.ts';
import { levelsIn } from '../../accounts/forms/placed-indicators.ts';
import type { LoadedEvaluation } from '../../accounts/load-evaluations.ts';
import { ownNames } from '../../accounts/own-names.ts';
import { pathInYear, type ChangingField } from '../../accounts/unit-in-year.ts';
import type { Place } from '../../source/place.ts';
import { recent } from '../../source/recent.ts';
import { remembered } from '../../source/remembered.ts';
import { placeInText, type YamlDocument, type YamlPath } from '../../source/yaml.ts';
import type { CheckSubject } from '../check.ts';
import { indicatorsOf, nameKey } from '../forms/indicators.ts';
import { decisionTexts } from './decision-texts.ts';

/**
 * What a text is: a sentence of the narrative, a goal of a form, another entry of a form (indicator, target, reason),
 * the name of a body, an office, an item, or what somebody wrote of a decision (核对说明, 更正).
 */
export type TextKind = 'narrative' | 'goal' | 'entry' | 'name' | 'decision';

/** One text that the booklet prints, and where it stands. */
export interface BookletText {
  readonly document: YamlDocument;
  readonly path: YamlPath;
  /** The key below the path, for entries of a mapping that share it. */
  readonly key?: string;
  readonly text: string;
}

/** A match in a text, with its offset there. */
export interface TextHit {
  readonly source: BookletText;
  readonly match: RegExpExecArray;
  readonly offset: number;
}

/** Between two texts in a row: nothing that is searched for can lie across it. */
const BORDER = '\n\u0000\n';

/** What patterns find, by their source, in the rows of a few booklets: while a booklet is edited, most of them stay. */
const matchesIn = recent(100, () => new Map<string, readonly RegExpExecArray[]>());

/** Texts of one kind in a row, so that a pattern runs once over all of them. */
class Row {
  readonly texts: readonly BookletText[];
  readonly joined: string;
  private starts: readonly number[] | undefined;
  private matches: Map<string, readonly RegExpExecArray[]> | undefined;

  constructor(texts: readonly BookletText[]) {
    this.texts = texts;
    this.joined = texts.map(({ text }) => text).join(BORDER);
  }

  hits(pattern: RegExp): readonly TextHit[] {
    if (this.joined === '') return [];
    const known = (this.matches ??= matchesIn(this.joined));
    const key = `${pattern.flags}/${pattern.source}`;
    const matches = known.get(key) ?? [...this.joined.matchAll(pattern)];
    known.set(key, matches);
    return matches.map((match) => this.locate(match));
  }

  private locate(match: RegExpExecArray): TextHit {
    const starts = (this.starts ??= startsOf(this.texts));
    const at = lastAtOrBefore(starts, match.index);
    const source = this.texts[at];
    if (source === undefined) throw new Error('a match outside all texts');
    return { source, match, offset: match.index - (starts[at] ?? 0) };
  }
}

/** The index of the last number of an ascending list that is not above another. */
function lastAtOrBefore(ascending: readonly number[], most: number): number {
  let low = -1;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startsOf(texts: readonly BookletText[]): readonly number[] {
  let length = 0;
  return texts.map(({ text }) => {
    const start = length;
    length += text.length + BORDER.length;
    return start;
  });
}

/** All texts of a booklet, by kind. */
export class Corpus {
  private readonly rows: Readonly<Record<TextKind, Row>>;

  constructor(texts: Readonly<Record<TextKind, readonly BookletText[]>>) {
    this.rows = {
      narrative: new Row(texts.narrative),
      goal: new Row(texts.goal),
      entry: new Row(texts.entry),
      name: new Row(texts.name),
      decision: new Row(texts.decision),
    };
  }

  texts(kind: TextKind): readonly BookletText[] {
    return this.rows[kind].texts;
  }

  /** Every match of a global pattern, in the texts of the given kinds or in all. */
  hits(pattern: RegExp, ...kinds: readonly TextKind[]): readonly TextHit[] {
    return (kinds.length === 0 ? ALL_KINDS : kinds).flatMap((kind) => this.rows[kind].hits(pattern));
  }

  /** Whether the words occur in any text. */
  includes(words: string): boolean {
    return ALL_KINDS.some((kind) => this.rows[kind].joined.includes(words));
  }
}

const ALL_KINDS: readonly TextKind[] = ['name', 'narrative', 'goal', 'entry', 'decision'];

/** Where a hit stands. */
export function placeOfHit({ source, offset }: TextHit): Place {
  return placeOfText(source, offset);
}

/** Where a stretch of a text stands. */
export function placeOfText(source: BookletText, offset: number): Place {
  return placeInText(source.document, pathOfText(source), source.text, offset);
}

/** The path of a text in its file. */
export function pathOfText({ path, key }: BookletText): YamlPath {
  return key === undefined ? path : [...path, key];
}

/** The texts of a booklet: names, narrative, forms and decisions. Keys and numbers are not among them. */
export const corpusOf = remembered((subject: CheckSubject): Corpus => {
  const texts = {
    narrative: narrative(subject),
    name: [...names(subject)],
    goal: [],
    entry: [],
    decision: decisionTexts(subject),
  };
  for (const form of subject.year.evaluations) addForm(texts, form);
  return new Corpus(texts);
});

function names({ unit, year, codesFor }: CheckSubject): readonly BookletText[] {
  const { document, value: throughYears } = unit.unit;
  const value = year.unit;
  const path = (field: ChangingField): YamlPath => pathInYear(throughYears, field, year.year);
  const official = codesFor(year.year);
  const printed = ownNames(year).filter(({ table, code }) => !official[table].has(code));
  return [
    { document, path: path('name'), text: value.name },
    ...value.aliases.map((text, index) => ({ document, path: ['别名', index], text })),
    ...(value.supervisor === undefined
      ? []
      : [{ document, path: path('supervisor'), text: value.supervisor }]),
    ...value.subordinates.map((text, index) => ({ document, path: [...path('subordinates'), index], text })),
    ...year.narrative.value.offices.map((text, index) => ({
      document: year.narrative.document,
      path: ['下设处室', index],
      text,
    })),
    ...printed.map(({ path, name }) => ({ document: year.accounts.document, path, text: name })),
  ];
}

function narrative({ year }: CheckSubject): readonly BookletText[] {
  const { document, value } = year.narrative;
  const { results, problems, measures } = value.performance;
  const entry = (path: YamlPath, text: string): BookletText => ({ document, path, text });
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
    ...[...value.own].flatMap(([name, written]) =>
      written.form === 'one'
        ? [entry([name], written.text)]
        : [...written.texts].map(([key, text]) => entry([name, key], text)),
    ),
  ].filter(({ text }) => text !== '');
}

type Collected = Readonly<Record<'goal' | 'entry' | 'name', BookletText[]>>;

const GOALS: YamlPath = ['年度总体目标'];

function addForm({ goal, entry, name }: Collected, form: LoadedEvaluation): void {
  const { document, value } = form;
  if (value.goals !== undefined) {
    goal.push({ document, path: GOALS, key: '预期目标', text: value.goals.expected });
    goal.push({ document, path: GOALS, key: '实际完成情况', text: value.goals.achieved });
  }
  const { nameKey: key } = value.kind;
  if (key !== undefined && value.name !== undefined)
    entry.push({ document, path: [], key, text: value.name });
  if (value.supervisor !== undefined)
    name.push({ document, path: [], key: '主管部门', text: value.supervisor });
  if (value.implementer !== undefined)
    name.push({ document, path: [], key: '实施单位', text: value.implementer });
  if (value.link !== undefined) entry.push({ document, path: [], key: '链接', text: value.link });
  for (const { level, name: text, path } of levelsIn(value))
    entry.push({ document, path, key: levelKey(level), text });
  for (const { indicator, path } of indicatorsOf(form)) {
    entry.push({ document, path, key: nameKey(form), text: indicator.name });
    entry.push({ document, path, key: '指标值', text: indicator.target });
    entry.push({ document, path, key: '完成值', text: indicator.actual });
    if (indicator.basis !== undefined) entry.push({ document, path, key: '设定依据', text: indicator.basis });
    if (indicator.deviationReason !== undefined) {
      entry.push({ document, path, key: '偏差原因', text: indicator.deviationReason });
    }
  }
}
