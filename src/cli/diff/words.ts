import type { Change, DecisionChange, FigureChange, OfBooklet, Unmoved } from '../../changes/change.ts';

/** Stands for what a side does not have. */
export const NONE = '（没有）';

/** What a reader is told first: how much of what. */
export function summaryWords(change: Change): string {
  const { entries, figures, sentences, cells, charts, pages, findings, decisions, movedLines } = change;
  const tables = new Set(cells.map(({ body, year, key }) => `${body}/${year} ${key}`)).size;
  const drawn = new Set(charts.map(({ body, year, key }) => `${body}/${year} ${key}`)).size;
  const counts: readonly (readonly [number, string])[] = [
    [entries.length, '处填报'],
    [figures.length, '个数字'],
    [sentences.length, '句话'],
    [cells.length, `个格（${tables} 张表）`],
    [drawn, '幅图'],
    [pages.length, '个网页和文件'],
    [decisions.length, '项决定'],
    [findings.new.length, '个新的发现'],
    [findings.gone.length, '个发现没有了'],
  ];
  const told = counts.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  if (told.length > 0) return `${told.join('，')}。`;
  return movedLines.length > 0
    ? `没有变化；只是出处的行号变了（${movedLines.length} 个网页和文件）。`
    : '没有变化。';
}

/** What is wrong now, and was before. */
export function errorWords({ errors: { before, after } }: Change): string {
  if (after > 0) return `改后有 ${after} 个错误（改前 ${before} 个），改正以前不能生成。`;
  return before > 0 ? `改前的 ${before} 个错误都没有了。` : '';
}

/** `demo-bureau/2023`. */
export function bookletName({ body, year }: OfBooklet): string {
  return `${body}/${year}`;
}

/** `284.56 → 284.66 万元（+0.10）`; what is not on a side says so. */
export function figureWords({ before, after, unit, difference, values }: FigureChange): string {
  const sides = `${before ?? NONE} → ${after ?? NONE}`;
  const apart = difference === null ? '' : `（${signed(difference)}${unit === '%' ? ' 个百分点' : ''}）`;
  const same = before === after && values.before !== values.after ? '，印出的不变' : '';
  return `${sides}${unit === '' ? '' : ` ${unit}`}${apart}${same}`;
}

/** A decimal text with its sign, not longer than a reader needs. */
function signed(difference: string): string {
  const short = /^-?\d+\.\d{7,}$/.test(difference) ? Number(difference).toPrecision(6) : difference;
  return short.startsWith('-') ? short : `+${short}`;
}

/** Figures by how far they moved, amounts before rates and counts; those that came or went last. */
export function largestFirst(figures: readonly FigureChange[]): readonly FigureChange[] {
  const rank = ({ unit, difference }: FigureChange): number =>
    difference === null ? 2 : unit === '万元' ? 0 : 1;
  const size = ({ difference }: FigureChange): number => Math.abs(Number(difference ?? 0));
  return figures.toSorted((a, b) => rank(a) - rank(b) || size(b) - size(a));
}

const KINDS: Readonly<Record<DecisionChange['kind'], string>> = {
  waiver: '核对说明',
  approved: '批复数',
  pinned: '印数',
};

const BECAME: Readonly<Record<DecisionChange['became'], string>> = {
  new: '新增',
  gone: '删去',
  changed: '改了',
  loosened: '放宽了',
};

/** `核对说明放宽了：approved-total 收入.总计`. */
export function decisionWords({ kind, became, about }: DecisionChange): string {
  return `${KINDS[kind]}${BECAME[became]}：${about}`;
}

/** What somebody should look at, since it stayed as it was. */
export function unmovedWords({ kind, id, label, before, after }: Unmoved): string {
  switch (kind) {
    case 'reason':
      return `“${id}”的原因没有改，${label}由 ${before} 变为 ${after}；请看原因还对不对`;
    case 'turned-reason':
      return `“${id}”的原因没有改，${label}由 ${before} 变为 ${after}，方向变了；请改写原因`;
    case 'turned':
      return `${label}由 ${before} 变为 ${after}，增减的方向变了；请看有关的文字`;
    case 'quoted':
      return `文字里还写着 ${before}，${label}已经是 ${after}；请核对`;
  }
}

const BOOKLETS = {
  new: '新增',
  gone: '没有了',
  'unreadable-before': '改前文字有错误，不能比较文字和表',
  'unreadable-after': '改后文字有错误，不能比较文字和表',
} as const;

/** What became of whole booklets. */
export function bookletWords(booklet: Change['booklets'][number]): string {
  return `${bookletName(booklet)} ${BOOKLETS[booklet.became]}`;
}
