import { posix } from 'node:path';
import type { Waiver } from '../accounts/schema/waiver.ts';
import { suggestion } from '../accounts/suggestion.ts';
import { documentsOf, isUnfinished } from '../accounts/year-documents.ts';
import { entryOf, placeOfEntry, type Figure } from '../figures/figure.ts';
import { anchorOf, isWithin, pathAtPlace, pathOfAnchor } from '../source/anchors.ts';
import { nestQuotes, warning, type Diagnostic } from '../source/diagnostic.ts';
import { formatPlace, type Place } from '../source/place.ts';
import { placeOfValue, type YamlDocument, type YamlPath } from '../source/yaml.ts';
import { CATALOGUE } from './catalogue.ts';
import type { CheckSubject } from './check.ts';
import { placeOfFigure } from './figure-places.ts';
import { bindsTo, quoteLine } from './statement.ts';

/**
 * Rules that keep the generator honest: every printed number has an origin, every name leads somewhere or is one,
 * nothing that a booklet needs is left out, and decisions have true dates.
 */
const NEVER_WAIVED: ReadonlySet<string> = new Set([
  'unbound-number',
  'unknown-figure',
  'unnamed-code',
  'missing-approved',
  'missing-codes',
  'missing-form',
  'declared-state',
  'publication-dates',
  'corrected-figure',
  'waiver-date',
]);
/** Rules whose errors, not their warnings, are such: a code without a class has no name to print. */
const ERRORS_NEVER_WAIVED: ReadonlySet<string> = new Set(['known-codes']);

/** The findings that a waiver is about, whatever they say; or why there can be none. */
type Aim = { readonly meets: (finding: Diagnostic) => boolean } | { readonly problem: string };

/** What a waiver fits: a question to each finding, or why it can fit none. */
type Fit =
  | {
      readonly fits: (finding: Diagnostic) => boolean;
      /** Whether it would fit if it quoted what the finding says. */
      readonly nearly: (finding: Diagnostic) => boolean;
      /** Why it can hardly fit any. */
      readonly doubt?: string;
    }
  | { readonly problem: string };

/**
 * The findings of a booklet's checks with its 核对说明 applied: an accepted error becomes a warning, anything less a
 * note. A waiver that fits nothing is itself a finding. What no check has found, such as a mistake in the file's form,
 * never comes here and cannot be accepted.
 *
 * @param allRead whether all files of the unit could be read without an error
 */
export function applyWaivers(
  findings: readonly Diagnostic[],
  subject: CheckSubject,
  allRead: boolean,
): readonly Diagnostic[] {
  const files = filesOf(subject);
  const { document, value } = subject.year.accounts;
  const fits = value.waivers.map((waiver) => fitOf(waiver, subject, files));
  const used = new Set<number>();
  const judged = findings.map((finding) => {
    const fitting = fits.flatMap((fit, index) => ('fits' in fit && fit.fits(finding) ? [index] : []));
    fitting.forEach((index) => used.add(index));
    const waiver = value.waivers[fitting[0] ?? -1];
    return { ...(waiver === undefined ? finding : accept(finding, waiver)), ...anchored(finding, files) };
  });
  if (isUnfinished(subject.year) || !subject.year.allForms) return judged;
  // What an error leaves out or changes may be what a waiver is about.
  const hidden = !allRead || judged.some(({ severity }) => severity === 'error');
  const unused = fits.flatMap((fit, index) => {
    if (used.has(index)) return [];
    const problem = 'problem' in fit ? fit.problem : whyUnused(fit, findings, hidden);
    return [
      warning(
        'unused-waiver',
        `核对说明第 ${index + 1} 条：${problem}`,
        placeOfValue(document, ['核对说明', index]),
      ),
    ];
  });
  return [...judged, ...unused];
}

/** Above this many findings that a waiver may have meant, further ones are counted only. */
const MOST_QUOTES = 3;

function whyUnused(
  { nearly, doubt }: Extract<Fit, { fits: unknown }>,
  findings: readonly Diagnostic[],
  hidden: boolean,
): string {
  const idle = hidden
    ? '没有发现与它相符的问题；本册还有错误，可能把它盖住了，请先改正错误再看，现在不要删去'
    : '没有发现与它相符的问题；已经改正的，请删去这一条';
  const meant = [...new Set(findings.filter(nearly).map(({ message }) => quoteLine(message)))];
  if (meant.length === 0) return doubt ?? idle;
  const others = meant.length > MOST_QUOTES ? `（还有 ${meant.length - MOST_QUOTES} 处）` : '';
  const lines = meant.slice(0, MOST_QUOTES).join(' 或 ');
  return `“内容”没有照抄发现的说明，或者数已经变了；问题已改正的请删去这一条，确要保留的请重新决定，改写为 ${lines}${others}`;
}

function accept(finding: Diagnostic, { reason, by, date }: Waiver): Diagnostic {
  return {
    ...finding,
    severity: finding.severity === 'error' ? 'warning' : 'note',
    accepted: { reason, by, date },
  };
}

/** The documents that a waiver may point into, those of other years too, by their path from the year's folder. */
function filesOf({ unit, year }: CheckSubject): ReadonlyMap<string, YamlDocument> {
  const folder = posix.dirname(year.accounts.document.source.path);
  const comparatives = unit.comparatives.map(({ document }) => document);
  const documents = [...unit.years.flatMap(documentsOf), ...comparatives];
  return new Map(documents.map((document) => [posix.relative(folder, document.source.path), document]));
}

function anchored(
  { place }: Diagnostic,
  files: ReadonlyMap<string, YamlDocument>,
): Pick<Diagnostic, 'anchor'> {
  const found = [...files].find(([, document]) => document.source.path === place.file);
  if (found === undefined) return {};
  const [name, document] = found;
  return { anchor: `${name}#${anchorOf(document, pathAtPlace(document, place))}` };
}

function fitOf(waiver: Waiver, subject: CheckSubject, files: ReadonlyMap<string, YamlDocument>): Fit {
  const { rule, wording } = waiver;
  if (NEVER_WAIVED.has(rule)) return { problem: `“${rule}”不能保留，只能改正；请删去这一条` };
  const aim =
    waiver.figure === undefined ? aimAtPlace(waiver.place ?? '', files) : aimAtFigure(waiver.figure, subject);
  if ('problem' in aim) return aim;
  const rules = CATALOGUE.map((check) => check.rule);
  const mustBeMended = ({ severity }: Diagnostic): boolean =>
    severity === 'error' && ERRORS_NEVER_WAIVED.has(rule);
  const nearly = (finding: Diagnostic): boolean =>
    finding.rule === rule && !mustBeMended(finding) && aim.meets(finding);
  const fits = (finding: Diagnostic): boolean => nearly(finding) && bindsTo(wording, finding.message);
  // A check may report under a second name, so an unknown name is only told of when nothing fits.
  if (rules.includes(rule)) return { fits, nearly };
  const doubt = `没有“${rule}”这条可以保留的规则，规则见 mingbai check --list${suggestion(rule, rules)}`;
  return { fits, nearly, doubt };
}

/** A file and, after `#`, the keys in it: everything found at or below them. */
function aimAtPlace(place: string, files: ReadonlyMap<string, YamlDocument>): Aim {
  const [name = '', anchor = ''] = splitOnce(place, '#');
  const document = files.get(posix.normalize(name));
  if (document === undefined) {
    return {
      problem: `没有“${name}”这个文件，文件从年度文件夹起写，如 accounts.yaml${suggestion(name, [...files.keys()])}`,
    };
  }
  const path = pathOfAnchor(document, anchor);
  if (path === undefined)
    return { problem: `${name} 中没有“${anchor}”；键用点连接，列表中的一项写第几项或它的名称` };
  return { meets: (finding) => isInside(finding.place, document, path) };
}

function isInside(place: Place, document: YamlDocument, path: YamlPath): boolean {
  return place.file === document.source.path && isWithin(pathAtPlace(document, place), path);
}

/**
 * A finding is about a figure if it stands at the figure's own entry, its print or its reason or, since a total has none
 * of these, if it names the total and shows the place where its first part was entered.
 */
function aimAtFigure(id: string, { figures, year: { narrative } }: CheckSubject): Aim {
  const figure = figures.find(id);
  if (figure === undefined) return { problem: `没有“${id}”这个数字${figures.suggest(id)}` };
  const own = ownPlaces(figure);
  const first = placeOfFigure(figure, figures);
  const same = (a: Place, b: Place | undefined): boolean =>
    b !== undefined && formatPlace(a) === formatPlace(b);
  return {
    meets: ({ place, related, message }) =>
      own.some((one) => same(place, one)) ||
      isInside(place, narrative.document, ['原因', id]) ||
      (message.includes(nestQuotes(`“${figure.label}”`)) &&
        [place, ...related.map((one) => one.place)].some((one) => same(one, first))),
  };
}

function ownPlaces(figure: Figure): readonly Place[] {
  const entries = [figure.approval?.entry, entryOf(figure), figure.pin?.entry];
  return entries.flatMap((entry) => (entry === undefined ? [] : [placeOfEntry(entry)]));
}

function splitOnce(text: string, sign: string): readonly string[] {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + sign.length)];
}
