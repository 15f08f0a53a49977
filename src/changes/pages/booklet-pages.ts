import type { Licence } from '../../accounts/schema/imprint.ts';
import { bookletCharts } from '../../charts/booklet-charts.ts';
import { compareBooklet, type ComparedRow } from '../../compile/booklet-comparison.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { checkReport } from '../../compile/check-report.ts';
import { publicationNotice } from '../../compile/publication-notice.ts';
import type { BookletDocument } from '../../document/booklet-document.ts';
import type { Figure } from '../../figures/figure.ts';
import { bySaying, comparedWords } from '../../site/figures/compared-words.ts';
import { contentsOf } from '../../site/content/contents.ts';
import { checkCounts } from '../../site/figures/checks-page.ts';
import { disclosureOf } from '../../site/figures/disclosure.ts';
import { headline, mainFigures, type MainFigure } from '../../site/figures/main-figures.ts';
import { listedFigures } from '../../site/origins/listed-figures.ts';
import { hasOrigin, originPages, pageParts, type Subject } from '../../site/origins/topics.ts';
import { printed, unknownMark } from '../../site/figures/printed.ts';
import { saidBy, saidInPrint } from '../charts.ts';
import { originText } from './origin-text.ts';
import { embeddedTexts, largestText, performanceText, threePublicText } from './answer-text.ts';
import { supersededText } from './superseded-text.ts';
import { amount, contentText, sentence, type Pages, type PageText } from './page-text.ts';

/** A booklet with its document, and what its pages say beside it. */
export interface PagedBooklet {
  readonly booklet: Booklet;
  readonly document: BookletDocument;
  /** The name of the site, which every page has in its title. */
  readonly site: string;
  /** Address of the site's front page, if it says where it stands. */
  readonly address: string | undefined;
  /** Whether the site tells of the checks of its booklets. */
  readonly checks: boolean;
  /** Whether parts have PDFs of their own. */
  readonly partPdfs: boolean;
  /** Whether places in the input are links into a repository, or words. */
  readonly linked: boolean;
  /** What stands above and below every page but the one to be printed. */
  readonly frame: PageText;
  /** What stands at the foot of each of them. */
  readonly foot: PageText;
  readonly licence: Licence | undefined;
  /** What figures.json holds. */
  readonly figures: string;
  /** The years of the unit's booklets. */
  readonly years: readonly number[];
}

/** What every page of a booklet says, by the pages' paths. */
export function bookletPages(paged: PagedBooklet): Pages {
  const { booklet, document } = paged;
  const folder = `${booklet.slug}/${booklet.folder}`;
  const page = (name: string): string => `${folder}/${name}index.html`;
  const parts = document.parts.map(({ title }) => title);
  const named = [booklet.unit.name, document.title, parts, supersededText(booklet)];
  const framed = (text: PageText): PageText => [paged.frame, paged.foot, paged.checks, named, text];
  return new Map<string, PageText>([
    [page(''), framed(frontText(paged))],
    ...partTexts(paged).map(([key, text]) => [page(`${key}/`), framed(text)] as const),
    [page('figures/'), framed(listText(booklet))],
    ...[...originPages(booklet)].map(
      (key) => [page(`figures/${key}/`), framed(cardsText(key, paged))] as const,
    ),
    [page('answers/three-public/'), framed([paged.years, threePublicText(booklet)])],
    [page('answers/performance/'), framed([paged.years, performanceText(booklet)])],
    ...embeddedTexts(booklet, document.title, paged.site).map(
      ([path, text]) => [`${folder}/${path}`, text] as const,
    ),
    [page('compare/'), framed([paged.years, comparisonText(booklet)])],
    ...(paged.checks ? [[page('checks/'), framed(reportText(paged))] as const] : []),
    [page('print/'), [paged.site, named, printText(paged)]],
  ]);
}

function frontText({ booklet, document, partPdfs, years }: PagedBooklet): PageText {
  return [
    [years, partPdfs],
    sentence(headline(booklet)),
    mainFigures(booklet).map((one) => mainFigureText(one)),
    disclosureOf(document),
    booklet.source.pack.conventions.undisclosed,
    largestText(booklet),
    chartTexts(booklet, saidBy),
    contentsText(document, booklet).map(([title, entries]) => [title, entries.map(([text]) => text)]),
    document.tables.map(({ title }) => title),
    publicationText(booklet),
  ];
}

/** What a booklet says of its publication, on its pages and in Word. */
export function publicationText(booklet: Booklet): PageText {
  const notice = publicationNotice(booklet);
  return (
    notice && [
      notice.dates.map(({ name, day }) => [name, day]),
      notice.corrections.map(({ edition, day, changes, previous, figures, others }) => [
        [edition, day, changes, previous, others],
        figures.map(({ label, unit, before, after }) => [
          label,
          unit,
          before,
          typeof after === 'string' ? after : amount(after),
        ]),
      ]),
    ]
  );
}

function mainFigureText({ figure, large, comparison, explained }: MainFigure): PageText {
  return [
    [figure.label, amount(figure), figure.unit, sentence(comparison)],
    large && amount(large),
    explained && [sentence(explained.what), explained.reason],
  ];
}

/** Charts, and what stands in them for an amount that is not known. */
function chartTexts(booklet: Booklet, said: typeof saidBy): PageText {
  return bookletCharts(booklet.source).map((chart) => [
    ...said(chart),
    chart.rows.map(({ values }) => values.map((one) => amount(one, unknownMark(one.id, booklet)))),
  ]);
}

type ContentsText = readonly (readonly [
  title: string,
  entries: readonly (readonly [string, readonly string[]])[],
])[];

/** The parts with their sections and what stands in these. */
function contentsText({ parts }: BookletDocument, booklet: Booklet): ContentsText {
  return parts.map((part) => [
    part.title,
    contentsOf(part, booklet).map(({ text, inner }) => [text, inner.map((one) => one.text)] as const),
  ]);
}

function partTexts({ booklet, document }: PagedBooklet): readonly (readonly [string, PageText])[] {
  return document.parts.map((part) => [
    part.key,
    [
      part.title,
      contentText(part.content),
      contentsOf(part, booklet).map(({ text, inner }) => [text, inner]),
      publicationText(booklet),
    ],
  ]);
}

/** Addresses play no part in what pages say. */
const NOWHERE = new URL('file:///figures/index.html');

function listText(booklet: Booklet): PageText {
  const { topics, nothing } = listedFigures(booklet, NOWHERE);
  const subjectTexts = (subjects: (typeof topics)[number]['subjects']): PageText =>
    subjects.map(({ name, figures }) => [
      name,
      figures.map(({ label, value, href, beside }) => [
        [label, value, href !== undefined],
        beside.map((one) => [one.label, one.value]),
      ]),
    ]);
  return [topics.map(({ name, subjects }) => [name, subjectTexts(subjects)]), subjectTexts(nothing)];
}

/** A page of cards, and what it says of cards on other pages. */
function cardsText(key: string, { booklet, address, linked }: PagedBooklet): PageText {
  const { name, own, moved } = pageParts(booklet, key);
  const { publication } = booklet;
  const explained = ({ figures }: Subject) => figures.filter((figure) => hasOrigin(figure, booklet));
  // A reference says what the figure's card says, and this.
  const cited = [address, publication.publishedOn, publication.corrections.at(-1)?.edition];
  return [
    [name, linked, cited],
    own.map((subject) => [subject.name, explained(subject).map((figure) => originText(figure, booklet))]),
    moved.map((subject) => [subject.name, explained(subject).map(({ label }) => label)]),
  ];
}

function comparisonText(booklet: Booklet): PageText {
  const { largest, noChange, sections } = compareBooklet(booklet);
  const { said, silent } = bySaying(sections);
  const rowText = ({ label, years: { current, prior, change, rate }, reasons }: ComparedRow): PageText => {
    const known = (figure: Figure): string =>
      amount(printed(figure, booklet), unknownMark(figure.id, booklet));
    const shownRate = rate.value.state === 'undefined' ? rate.value.base : known(rate);
    return [
      [label, amount(printed(current, booklet)), known(prior), known(change), shownRate],
      reasons.map(({ of, text }) => [of?.label, text]),
    ];
  };
  return [
    largest.map(rowText),
    noChange,
    said.map((section) => {
      const { whole, growth, items } = comparedWords(section, booklet);
      return [section.title, [whole, growth, items].map(sentence), section.rows.map(rowText)];
    }),
    silent.map(({ title, undisclosed }) => [title, undisclosed]),
  ];
}

function reportText({ booklet, document }: PagedBooklet): PageText {
  const { topics, others, tables } = checkReport(booklet, document);
  const labelOf = (id: string): string => booklet.figures.get(id).label;
  const rules = [...topics.flatMap((topic) => topic.rules), ...others];
  return [
    disclosureOf(document),
    rules.map(({ rule, findings }) => [
      rule,
      findings.map(({ severity, statement, accepted, form }) => [severity, statement, accepted, form]),
    ]),
    tables.map(({ title, disclosed, undisclosed }) => [title, disclosed, undisclosed.map(labelOf)]),
  ];
}

/** The whole booklet on one page. */
export function printText(paged: PagedBooklet): PageText {
  const { booklet, document } = paged;
  const { cover, parts } = document;
  const hasCharts = booklet.source.pack.charts;
  return [
    [cover, contentsText(document, booklet), document.layout, document.sharedSheets],
    booklet.source.pack.conventions.comparisonSigns,
    hasCharts && [
      chartTexts(booklet, saidInPrint),
      mainFigures(booklet).map(({ figure, comparison }) => [
        figure.label,
        amount(figure),
        sentence(comparison),
      ]),
    ],
    parts.map(({ title, hidden, content }) => [title, hidden, contentText(content)]),
    colophonText(paged),
  ];
}

/** The last page names the figures by their hash, so that it speaks of all that is said of them. */
function colophonText({ booklet, foot, address, checks, figures }: PagedBooklet): PageText {
  const counts = checks && checkCounts(booklet).map(({ name, value, words }) => [name, value, words]);
  return [foot, address, counts, publicationText(booklet), figures];
}
