import type { Registry } from '../../figures/registry.ts';
import { recent } from '../../source/recent.ts';
import { remembered } from '../../source/remembered.ts';
import { isVariance, outturnOf } from '../../figures/variance.ts';
import { judgementsOf } from '../../sentences/against-figures.ts';
import type { Judgement } from '../../sentences/judgement.ts';
import { contradictionsIn, type Contradiction } from '../../sentences/calculate.ts';
import type { Role } from '../../sentences/roles.ts';
import { isOfAnotherPlace } from '../../sentences/named-bodies.ts';
import { isGeneric } from '../../sentences/names.ts';
import { readText } from '../../sentences/read.ts';
import type { Item, Mention, Sentence } from '../../sentences/sentence.ts';
import type { CheckSubject } from '../check.ts';
import { corpusOf, type BookletText } from './booklet-texts.ts';

/** A text with its sentences: what they say of the booklet's figures, and what in them cannot all be true. */
export interface ReadText {
  readonly source: BookletText;
  readonly sentences: readonly Sentence[];
  readonly judgements: readonly Judgement[];
  readonly contradictions: readonly Contradiction[];
}

/** The texts of a booklet that tell of its money and its counts, each read once. */
export const readTexts = remembered((subject: CheckSubject): readonly ReadText[] => {
  const corpus = corpusOf(subject);
  const own = [subject.year.unit.name, ...subject.year.unit.subordinates];
  return [...corpus.texts('narrative'), ...corpus.texts('goal')].flatMap((source) => {
    const { sentences, contradictions } = readingIn(subject.year.year)(source.text);
    if (sentences.length === 0) return [];
    const { figures } = subject;
    const judgements = sentences.flatMap((sentence) =>
      judgementsIn(source, sentence, figures).filter(
        ({ mention }) => !isOfAnotherPlace(sentence, mention.quantity.from, own),
      ),
    );
    return [{ source, sentences, judgements, contradictions }];
  });
});

/** About the texts of thirty booklets. */
const MOST_TEXTS = 3000;

/** What texts say by themselves, by the year in which they say it. */
const readings = new Map<number, (text: string) => Pick<ReadText, 'sentences' | 'contradictions'>>();

function readingIn(year: number): (text: string) => Pick<ReadText, 'sentences' | 'contradictions'> {
  const known =
    readings.get(year) ??
    recent(MOST_TEXTS, (text) => {
      const sentences = readText(text, year);
      return { sentences, contradictions: sentences.flatMap(contradictionsIn) };
    });
  readings.set(year, known);
  return known;
}

function judgementsIn(
  { path, text }: BookletText,
  sentence: Sentence,
  figures: Registry,
): readonly Judgement[] {
  const [section, key = ''] = path.map(String);
  if (section !== '原因') return judgementsOf(sentence, figures, () => [], text);
  const unnamed = (item: Item, mention: Mention): readonly string[] =>
    isOfItself(item, mention, sentence, key) ? [outturnOf(key)] : [];
  const own = new Set([outturnOf(key)]);
  const all = judgementsOf(sentence, figures, unnamed, text);
  return all.filter((judgement) => isOwn(judgement, own, key) || isOfToldFigure(judgement, all));
}

/** 国内公务接待 33 批次，比上年增加 9 批次: what is compared is the figure itself, for its own number is right. */
function isOfToldFigure(
  { figure, mention: { role, quantity } }: Judgement,
  all: readonly Judgement[],
): boolean {
  const isChange = role === 'change' && quantity.unit === figure.unit && quantity.kind === 'count';
  return isChange && all.some((one) => one.agrees && one.figure === figure && one.mention.role === 'amount');
}

/** In a reason, other names are causes, of which the accounts may show another part. */
function isOwn({ figure, mention }: Judgement, own: ReadonlySet<string>, key: string): boolean {
  if (own.has(figure.id) || [...own].some((id) => figure.id.startsWith(`${id}.`))) return true;
  if (key.startsWith('收入') && figure.id.startsWith('收入.')) return true;
  if (mention.role === 'change' || mention.role === 'changeRate' || mention.role === 'completion')
    return false;
  return !/\d/u.test(key) || !/^(?:基本支出|支出\.(?:基本支出|项目支出|一般公共预算\.))/u.test(figure.id);
}

const BUDGETED: ReadonlySet<Role> = new Set(['initial', 'adjusted', 'completion', 'variance']);

/** Whether a number without a name in a reason is about the figure that the reason is for. */
function isOfItself(item: Item, mention: Mention, sentence: Sentence, key: string): boolean {
  const { role, words } = mention;
  if (isWholeCost(item, mention, sentence)) return !isVariance(key);
  if (item.list !== undefined || !isGeneric(item.name)) return false;
  if (BUDGETED.has(role)) return true;
  if (role === 'outturn' || role === 'last') return /决算/u.test(words);
  return (role === 'change' || role === 'changeRate') && isChangeOfItself(item, mention, sentence, key);
}

const COST = /^(?:费用|经费|开支)$/u;

/** 团组由 1 个增加到 2 个，费用增加 5.46 万元: the one amount of a reason with one cause. */
function isWholeCost({ name, list }: Item, { role }: Mention, { text, items }: Sentence): boolean {
  if (role !== 'change' || list !== undefined || !COST.test(name)) return false;
  const amounts = items
    .flatMap(({ mentions }) => mentions)
    .filter(({ quantity }) => quantity.kind === 'money');
  return amounts.length === 1 && text.split(/[，；]/u).length === 2;
}

/** A change without a subject in the middle of a reason may go on about the clause before. */
function isChangeOfItself(
  item: Item,
  { comparand, subject, quantity }: Mention,
  { text, from }: Sentence,
  key: string,
): boolean {
  const opens = !/[，、：；]/u.test(text.slice(0, quantity.from - from));
  if (comparand === undefined) return opens;
  if (comparand !== 'last' && !isVariance(key)) return false;
  return opens || subject !== '' || item.mentions[0]?.quantity !== quantity;
}
