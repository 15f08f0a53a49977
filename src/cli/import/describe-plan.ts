import { createTwoFilesPatch } from 'diff';
import type { Finding, FoundAt } from '../../import/finding.ts';
import type { ImportPlan, PlannedFile } from '../../import/import-files.ts';
import type { Leftover, Source } from '../../import/reading.ts';
import { formatPlace } from '../../source/place.ts';
import { visibleText } from '../../source/visible-text.ts';

/** What an import understood, where it goes, and what it did not understand, a line each. */
export function describePlan(plan: ImportPlan, written: boolean): string {
  const { told, writes, findings, leftovers, toFill } = plan;
  const problems = findings.flatMap(describeFinding);
  return [
    ...section('读懂的：', told),
    ...section(
      written ? '已写：' : '将写：',
      writes.length === 0 ? ['没有要写的，已填的都一样'] : writes.map(describeWrite),
    ),
    ...section(`对不上的 ${findings.length} 处：`, problems),
    ...section(`没有读懂的 ${leftovers.length} 个数，没有使用：`, describeLeftovers(leftovers)),
    ...section(
      '给出的文件里没有、要自己填的：',
      toFill.map(({ message }) => message),
    ),
  ].join('');
}

/** The changes of all files as one unified diff. */
export function diffOf(writes: readonly PlannedFile[]): string {
  return writes
    .map(({ path, before, text }) =>
      createTwoFilesPatch(
        before === undefined ? '/dev/null' : `a/${path}`,
        `b/${path}`,
        before ?? '',
        text,
        undefined,
        undefined,
        {
          headerOptions: FILE_HEADERS,
        },
      ),
    )
    .join('');
}

const FILE_HEADERS = { includeIndex: false, includeUnderline: false, includeFileHeaders: true } as const;

function section(head: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${head}\n`, ...lines.map((line) => `  ${visibleText(line)}\n`)];
}

function describeWrite({ path, before, entered }: PlannedFile): string {
  const filled = entered === undefined ? '' : `，${entered}`;
  return `${path}（${before === undefined ? '新建' : '改动'}${filled}）`;
}

function describeFinding({ at, severity, rule, message, related }: Finding): readonly string[] {
  return [
    `${placeText(at)} ${severity} ${rule} ${message}`,
    ...related.map((one) => `    ${placeText(one.at)} ${one.message}`),
  ];
}

/** `决算.xlsx 公开01表!C5`, or `file:line:column` in a file of the project. */
function placeText(at: FoundAt): string {
  if ('line' in at) return formatPlace(at);
  return at.at === '' ? at.file : `${at.file} ${at.at}`;
}

/** What is not understood for one reason in one sheet stands on one line. */
function describeLeftovers(leftovers: readonly Leftover[]): readonly string[] {
  const groups = Map.groupBy(leftovers, ({ source, why }) => [source.file, sheetOf(source), why].join('\n'));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { source, why, text } = first;
    if (group.length === 1) return [`${placeText(source)}${text === '' ? '' : ` ${text}`}：${why}`];
    const cells = runsOf(group.map((one) => one.source.at.slice(sheetOf(one.source).length)));
    return [`${source.file} ${sheetOf(source)}${cells.join('、')}（${group.length} 个）：${why}`];
  });
}

function sheetOf({ at }: Source): string {
  return at.slice(0, at.lastIndexOf('!') + 1);
}

/** Cells one below the other as `C5:C9`. */
function runsOf(cells: readonly string[]): readonly string[] {
  const columns = Map.groupBy(cells, (cell) => cell.replace(/\d+$/, ''));
  return [...columns].flatMap(([column, all]) => {
    const rows = all.map((cell) => Number(cell.slice(column.length))).sort((a, b) => a - b);
    const starts = rows.filter((row, index) => rows[index - 1] !== row - 1);
    return starts.map((start) => {
      let end = start;
      while (rows.includes(end + 1)) end += 1;
      return start === end ? `${column}${start}` : `${column}${start}:${column}${end}`;
    });
  });
}
