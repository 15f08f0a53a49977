import type { LoadedEvaluation } from '../../accounts/load-evaluations.ts';
import { indicatorsIn } from '../../accounts/forms/placed-indicators.ts';
import { isMissed, valuesOf } from '../../accounts/measurement.ts';
import type { Indicator } from '../../accounts/schema/evaluation.ts';
import type { Sentence } from '../../charts/chart.ts';
import { FigureWords } from '../../charts/figure-words.ts';
import type { Booklet } from '../../compile/booklet.ts';
import type { BookletDocument } from '../../document/booklet-document.ts';
import { formLink } from '../../document/form-links.ts';
import type { LinkLine } from '../../document/marks.ts';
import { gradeOf, type Grade } from '../../figures/form-rules.ts';
import type { Printed } from '../figures/printed.ts';
import { formPlace, type FormPlace } from './form-place.ts';

/** An indicator that lost points or fell short of its target. */
export interface Missed {
  readonly name: string;
  /** As the form says it: `>=90%`, 提高. */
  readonly target: string;
  readonly actual: string;
  /** The points, and how many it could have had. */
  readonly points: Sentence;
  /** The body's own words; undefined where the form gives none. */
  readonly reason: string | undefined;
}

/** What a self-evaluation form says of a project, or of all that the body spent. */
export interface Assessed {
  /** The form's file name: unique in a booklet. */
  readonly key: string;
  /** The project, or what the form is called where it is about the whole body. */
  readonly name: string;
  /** The points of all; undefined where the form tells of none. */
  readonly score: Printed | undefined;
  readonly grade: Grade | undefined;
  /** What it could spend, what it did spend, and which part of the one the other is. */
  readonly money: Sentence;
  readonly missed: readonly Missed[];
  /** The points for spending, where some of them were lost. */
  readonly execution: Sentence;
  /** Whether the form has indicators at all. */
  readonly measured: boolean;
  /** Where the booklet prints the form; undefined where it stands elsewhere. */
  readonly form: FormPlace | undefined;
  /** Where the body published a form that booklets do not print. */
  readonly link: LinkLine | undefined;
}

/** The forms of a booklet: single projects with the lowest score first, then what is about the whole body. */
export interface Assessment {
  readonly projects: readonly Assessed[];
  readonly whole: readonly Assessed[];
}

/** What a booklet's self-evaluation forms say, so that what went wrong comes first. */
export function assessmentOf(booklet: Booklet): Assessment {
  const { evaluations } = booklet.source.year;
  const document = booklet.render();
  const of = (isWhole: boolean): readonly Assessed[] =>
    evaluations
      .filter(({ value }) => (value.kind.count === 'one') === isWhole)
      .map((form) => assessed(form, booklet, document));
  return { projects: of(false).toSorted((a, b) => rank(a) - rank(b)), whole: of(true) };
}

/** Those without a score last: nobody knows how low it is. */
function rank({ score }: Assessed): number {
  return score === undefined ? Number.MAX_VALUE : Number(score.value);
}

function assessed(form: LoadedEvaluation, booklet: Booklet, document: BookletDocument): Assessed {
  const { name, value } = form;
  const words = new FigureWords(booklet.source);
  const total = `绩效.${name}.总分`;
  const exact = words.exact(total);
  const grades = booklet.source.pack.forms.find(({ kind }) => kind.key === value.kind.key)?.grades ?? [];
  return {
    key: name,
    name: value.name ?? value.kind.title,
    score: exact === undefined ? undefined : words.figure(total),
    grade: exact && gradeOf(exact, grades),
    money: moneyOf(form, words),
    missed: missedIn(form, words),
    execution: executionOf(name, words),
    measured: value.kind.indicators !== undefined,
    form: formPlace(name, document),
    link: formLink(form.value),
  };
}

function moneyOf({ name, value }: LoadedEvaluation, words: FigureWords): Sentence {
  const { money } = value.kind;
  if (money === undefined) return [];
  const pieces = ['全年预算数', '全年执行数'].flatMap((column): Sentence => {
    const id = `绩效.${name}.资金.${money.total}.${column}`;
    if (!words.has(id)) return [];
    const figure = words.figure(id);
    return [words.name(id, column), figure, figure.value === '' ? '，' : '万元，'];
  });
  const rate = `绩效.${name}.执行率`;
  const known = words.exact(rate) === undefined ? [] : [words.name(rate, '执行率'), words.figure(rate), '%'];
  const all = [...pieces, ...known];
  return known.length > 0 ? all : [...all.slice(0, -1), ...all.slice(-1).map(withoutComma)];
}

function executionOf(name: string, words: FigureWords): Sentence {
  const ids = [`绩效.${name}.执行得分`, `绩效.${name}.执行分值`] as const;
  const [score, weight] = ids.map((id) => words.exact(id));
  return score !== undefined && weight !== undefined && score.lt(weight) ? pointsIn(...ids, words) : [];
}

/** `得分8.63分（分值10分）`. */
function pointsIn(score: string, weight: string, words: FigureWords): Sentence {
  const column = (id: string): string => id.slice(id.lastIndexOf('.') + 1);
  return [
    ...[words.name(score, column(score)), words.figure(score), '分（'],
    ...[words.name(weight, column(weight)), words.figure(weight), '分）'],
  ];
}

function withoutComma(piece: Sentence[number]): Sentence[number] {
  return typeof piece === 'string' ? piece.replace(/，$/u, '') : piece;
}

function missedIn({ name, value }: LoadedEvaluation, words: FigureWords): readonly Missed[] {
  return indicatorsIn(value).flatMap(({ indicator }, index): readonly Missed[] => {
    if (!fellShort(indicator)) return [];
    const id = `绩效.${name}.指标.${index + 1}`;
    return [
      {
        name: indicator.name,
        target: indicator.target,
        actual: indicator.actual,
        points: pointsIn(`${id}.得分`, `${id}.分值`, words),
        reason: indicator.deviationReason,
      },
    ];
  });
}

/** Points were lost, or the number achieved is not the one aimed at. */
function fellShort(indicator: Indicator): boolean {
  return indicator.score.lt(indicator.weight) || isMissed(valuesOf(indicator)) === true;
}
