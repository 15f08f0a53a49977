import { AlignmentType, BorderStyle, LineRuleType, type IPropertiesOptions } from 'docx';
import { CELL_SIZES, cellStyle, lineHeight } from './cell-size.ts';

type Styles = NonNullable<IPropertiesOptions['styles']>;

/** A font by its name: whoever opens the file has it. Chinese quotation marks are set in it too, which the hint says. */
function font(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' } as const;
}

/** Chinese; digits and letters are of another language, or lines would break within numbers. */
const LANGUAGE = { value: 'en-US', eastAsia: 'zh-CN' } as const;

/** Song for text, Hei for headings, as in the print; sizes in half points, lengths in twentieths of a point. */
const SONG = font('宋体');
const HEI = font('黑体');
const BODY_SIZE = 24;
/** The two signs by which a paragraph begins further in. */
const INDENT = { firstLine: 2 * 10 * BODY_SIZE, firstLineChars: 200 } as const;
const NO_INDENT = { firstLine: 0, firstLineChars: 0 } as const;
const RED = 'B3161B';

/** Names by which paragraphs ask for their style. */
export const STYLE = {
  text: 'BookletText',
  list: 'BookletList',
  cover: 'CoverHead',
  coverLine: 'CoverLine',
  coverFoot: 'CoverFoot',
  contentsTitle: 'ContentsTitle',
  sheetLine: 'SheetLine',
  formTitle: 'FormTitle',
  header: 'PageHeader',
  footer: 'PageFooter',
  end: 'SectionEnd',
} as const;

/** What Word calls the style of the titles of forms; the contents field lists them by it. */
export const FORM_TITLE_NAME = '绩效自评表标题';

function lines(height: number) {
  return { line: height, lineRule: LineRuleType.AT_LEAST };
}

const HEADINGS: NonNullable<Styles['default']> = {
  title: {
    run: { font: SONG, size: 52, bold: true },
    paragraph: { alignment: AlignmentType.CENTER, spacing: lines(880) },
  },
  heading1: {
    run: { font: HEI, size: 36 },
    paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { ...lines(540), after: 540 } },
  },
  heading2: {
    run: { font: HEI, size: 28 },
    paragraph: { indent: INDENT, keepNext: true, spacing: { ...lines(440), before: 140, after: 70 } },
  },
  heading3: {
    run: { font: HEI, size: BODY_SIZE },
    paragraph: { indent: INDENT, keepNext: true, spacing: { before: 60, after: 60 } },
  },
};

const COVER: NonNullable<Styles['paragraphStyles']> = [
  {
    id: STYLE.cover,
    name: '封面报头',
    basedOn: 'Normal',
    run: { size: 32, color: RED, characterSpacing: 96 },
    paragraph: { alignment: AlignmentType.CENTER },
  },
  { id: STYLE.coverLine, name: '封面事项', basedOn: 'Normal' },
  {
    id: STYLE.coverFoot,
    name: '封面落款',
    basedOn: 'Normal',
    run: { size: 32 },
    paragraph: { alignment: AlignmentType.CENTER },
  },
  {
    id: STYLE.contentsTitle,
    name: '目录标题',
    basedOn: 'Normal',
    run: { font: HEI, size: 36 },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { ...lines(540), after: 270 } },
  },
];

const TEXTS: NonNullable<Styles['paragraphStyles']> = [
  {
    id: STYLE.text,
    name: '决算正文',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { alignment: AlignmentType.BOTH, indent: INDENT },
  },
  { id: STYLE.list, name: '决算列表', basedOn: 'Normal', quickFormat: true },
  {
    id: STYLE.header,
    name: '决算页眉',
    basedOn: 'Normal',
    run: { size: 18 },
    paragraph: {
      spacing: { line: 240, lineRule: LineRuleType.AUTO },
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '777777', space: 4 } },
    },
  },
  {
    id: STYLE.footer,
    name: '决算页脚',
    basedOn: 'Normal',
    run: { size: 18 },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 240, lineRule: LineRuleType.AUTO } },
  },
];

/** Levels of the contents, each further in. */
const CONTENTS: NonNullable<Styles['paragraphStyles']> = [1, 2, 3].map((level) => ({
  id: `TOC${level}`,
  name: `toc ${level}`,
  basedOn: 'Normal',
  paragraph: { indent: { left: (level - 1) * BODY_SIZE * 10 }, spacing: lines(360) },
}));

const SHEETS: NonNullable<Styles['paragraphStyles']> = [
  {
    id: STYLE.formTitle,
    name: FORM_TITLE_NAME,
    basedOn: 'Heading3',
    run: { size: 32 },
    paragraph: { alignment: AlignmentType.CENTER, indent: NO_INDENT, outlineLevel: 2 },
  },
  {
    id: STYLE.sheetLine,
    name: '表外文字',
    basedOn: 'Normal',
    run: { size: 18 },
    paragraph: { spacing: lines(280) },
  },
  ...CELL_SIZES.map((size) => ({
    id: cellStyle(size),
    name: `表内文字 ${size / 2}磅`,
    basedOn: 'Normal',
    run: { size },
    paragraph: { spacing: { line: lineHeight(size), lineRule: LineRuleType.EXACT } },
  })),
  // Word ends every section with a paragraph, also behind a table that fills its page.
  {
    id: STYLE.end,
    name: '分节',
    basedOn: 'Normal',
    run: { size: 2 },
    paragraph: { spacing: { line: 20, lineRule: LineRuleType.EXACT } },
  },
];

/** The styles of a booklet in Word: after them it can be restyled as a whole. */
export const STYLES: Styles = {
  default: {
    document: {
      run: { font: SONG, size: BODY_SIZE, language: LANGUAGE },
      paragraph: { spacing: lines(420) },
    },
    ...HEADINGS,
  },
  paragraphStyles: [...COVER, ...CONTENTS, ...TEXTS, ...SHEETS],
};

/** How a heading looks above a table that stands on pages of its own. */
export const SHEET_TITLE = {
  run: { size: 32 },
  paragraph: { alignment: AlignmentType.CENTER, indent: NO_INDENT },
} as const;

/** How the head of a column looks. */
export const HEAD_RUN = { font: HEI } as const;
