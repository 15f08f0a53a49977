import type { Figure } from '../figures/figure.ts';
import { absentLabel } from '../figures/absent-codes.ts';
import { isNonZero, isZero, type Value } from '../figures/value.ts';
import { isVariance } from '../figures/variance.ts';
import type { Sign } from '../pack/own-phrases.ts';
import type { BudgetPhrases } from '../pack/pack.ts';
import type { Helper, Template } from '../pack/template.ts';
import { error } from '../source/diagnostic.ts';
import { placeOfKey, type YamlPath } from '../source/yaml.ts';
import type { Filling } from './filling.ts';
import { optionsOf } from '../pack/helper-options.ts';
import { excuseOfLastYear, priorKnowledge } from './last-year.ts';
import type { ListItem } from './lists.ts';
import { reasonFor, reasonPath, type Reason } from './reasons.ts';

/** Fills a phrase of the pack; texts among its fields are marks already. */
export type Phrase = (template: Template, fields: ListItem) => string;

/** The figure of an argument. */
export function figureOf(filling: Filling, id: unknown): Figure {
  return filling.source.figures.get(String(id));
}

/** Helpers that choose words by the sign of a figure, and give reasons. */
export function wordHelpers(filling: Filling, phrase: Phrase): Record<string, Helper> {
  const { phrases } = filling.source.pack;
  const reasonClause = (text: string): string => phrase(phrases.reason, { 原因文字: text });
  const nothing = (name: string): string => phrase(phrases.none, { 名称: name });
  return {
    较上年(id, ...rest) {
      const base = String(id);
      const lead = optionsOf(rest).hash['引'];
      const excused = excuseFrom(filling, base);
      if (excused !== undefined) return phrase(excused, {});
      filling.compared.add(base);
      const fields = { 增减额: `${base}.增减额`, 增减率: `${base}.增减率` };
      const words = phrase(phrases.change[direction(filling, base)], fields);
      return typeof lead === 'string' ? lead + words : words;
    },
    较预算(id, ...rest) {
      const base = String(id);
      const lead = optionsOf(rest).hash['引'];
      const chosen = phrases.budget[againstBudget(filling, base)];
      if (chosen === undefined)
        return filling.refuse('incomplete-pack', '用了“较预算”，模板包没有写“措辞.较预算”');
      const fields = { 差异额: `${base}.预决算差异额`, 差异率: `${base}.预决算差异率` };
      const said = filling.withSignInWords(() => phrase(chosen, fields));
      return typeof lead === 'string' ? lead + said : said;
    },
    措辞: (name, id) => ownPhrase(filling, phrase, String(name), String(id)),
    原因(id) {
      const reason = giveReason(filling, id);
      return reason.kind === 'text' ? filling.text(pathOfReason(filling, id), reason.text) : '';
    },
    主要原因(id, ...rest) {
      const name = optionsOf(rest).hash['无'];
      const reason = giveReason(filling, id);
      if (reason.kind === 'text') return reasonClause(filling.text(pathOfReason(filling, id), reason.text));
      return reason.kind === 'nothing' && typeof name === 'string' ? reasonClause(nothing(name)) : '';
    },
    开支内容: (name) => spentOn(filling, String(name)) ?? nothing(String(name)),
  };
}

/** What is said in place of a comparison where a declared state explains that last year's figure is missing. */
function excuseFrom({ source }: Filling, base: string): Template | undefined {
  const change = excuseOfLastYear(source)?.state.change;
  return change !== undefined && priorKnowledge(base, source) === 'missing' ? change : undefined;
}

/** The words of a pack's own phrase for what a figure is. */
function ownPhrase(filling: Filling, fill: Phrase, name: string, id: string): string {
  const { figures, codes, pack } = filling.source;
  const figure = figures.find(id);
  const sign = signOf(figure?.value);
  const chosen = pack.phrases.own.get(name)?.[sign];
  if (chosen === undefined)
    return filling.refuse('incomplete-pack', `“自定措辞”的“${name}”没有写“${sign}”，“${id}”却是这样`);
  const label = figure?.label ?? absentLabel(id, codes, figures.book);
  return filling.withSignInWords(() => fill(chosen, { 数: id, 名称: filling.name(label) }));
}

/** What a figure is, by which a phrase is chosen. */
function signOf(value: Value | undefined): Sign {
  if (value === undefined) return '无此项';
  if (value.state === 'undisclosed') return '未公开';
  if (value.state === 'undefined') return '基数为零';
  if (value.exact.isZero()) return '零';
  return value.exact.isNegative() ? '负' : '正';
}

function direction(filling: Filling, base: string): keyof typeof filling.source.pack.phrases.change {
  const change = figureOf(filling, `${base}.增减额`).value;
  if (change.state !== 'known') return 'undisclosed';
  if (change.exact.isZero()) return 'unchanged';
  if (isZero(figureOf(filling, `${base}.上年`).value)) return 'fromZero';
  return change.exact.isNegative() ? 'decrease' : 'increase';
}

/** How an outturn lies to its budget: by the sign of their difference. */
function againstBudget(filling: Filling, base: string): keyof BudgetPhrases {
  const { figures } = filling.source;
  const variance = figures.get(`${base}.预决算差异额`).value;
  if (variance.state !== 'known') return 'undisclosed';
  if (variance.exact.isZero()) return 'equal';
  if (figures.get(`${base}.预决算差异率`).value.state === 'undefined') return 'noBudget';
  return variance.exact.isNegative() ? 'below' : 'above';
}

/** The reason that belongs to a figure; a missing one becomes a finding. */
function giveReason(filling: Filling, id: unknown): Reason {
  const { figures, year } = filling.source;
  const reason = reasonFor(String(id), figures, year);
  // A reason that waits for last year's figure is not idle.
  if (reason.kind !== 'incomparable' || isMissed(filling, String(id))) filling.explained.add(String(id));
  if (reason.kind === 'missing') filling.diagnostics.push(reason.diagnostic);
  return reason;
}

/** Whether last year's figure is missing, and nothing explains that. */
function isMissed({ source }: Filling, id: string): boolean {
  return (
    !isVariance(id) && priorKnowledge(id, source) === 'missing' && excuseOfLastYear(source) === undefined
  );
}

/** Where the text stands that explains a figure. */
function pathOfReason({ source }: Filling, id: unknown): YamlPath {
  return reasonPath(String(id), source.year);
}

/** What an expense was for; undefined where nothing was written, which is a finding unless nothing was spent. */
function spentOn(filling: Filling, name: string): string | undefined {
  const { year } = filling.source;
  const entered = year.narrative.value.spentOn[name];
  if (entered !== undefined) return filling.text(['开支内容', name], entered);
  const figure = figureOf(filling, `三公经费.决算数.${name}`);
  if (isNonZero(figure.value)) {
    const message = `“${figure.label}”不为 0，没有写开支内容；请在“开支内容”下补写“${name}: ……”`;
    const place = placeOfKey(year.narrative.document, ['开支内容']);
    filling.diagnostics.push(error('missing-text', message, place));
  }
  return undefined;
}
