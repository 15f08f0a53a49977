/** Digits that follow each other without anything between, as a computer writes them: `138`, `002X`. */
export interface DigitGroup {
  readonly digits: string;
  /** Where the group stands in the text, as written there. */
  readonly from: number;
  readonly to: number;
  /** What stands between it and the group before, marks without width left out; empty for the first. */
  readonly separator: string;
}

/** Groups with nothing but separators between them: whatever is one number to a reader is within one run. */
export type DigitRun = readonly DigitGroup[];

const HAN_DIGITS = '〇零○一壹二贰三叁四肆五伍六陆七柒八捌九玖幺';
const HAN_VALUES = '0001122334455667788991';
/** Any spelling of a digit; ① and ⁵ are among `\p{No}`. */
const DIGIT = String.raw`[\p{Nd}\p{No}${HAN_DIGITS}]`;
/** Marks that show nothing: they divide no number. */
const NO_WIDTH = String.raw`[\p{Default_Ignorable_Code_Point}]`;
const MARKS = String.raw`\p{Zs}\t\p{Pd}−~～.．。｡·•・‧․\/／,，、﹑_＿|｜()（）[\]【】+＋`;
/** Nobody writes more between two groups than a bracket, a mark and some blanks. */
const BETWEEN = `[${MARKS}\\p{Default_Ignorable_Code_Point}]{0,6}`;
/** The last character of an identity number, as people write it. */
const CHECK_X = '[XxＸｘⅩⅹ×ХхΧχ]';

/** No number that tells of a person is shorter; each character is tried once and no further than this. */
const LONG = new RegExp(`${DIGIT}(?:${BETWEEN}${DIGIT}){10}`, 'u');
const RUN = new RegExp(`${DIGIT}(?:${BETWEEN}${DIGIT})*(?:${BETWEEN}${CHECK_X}(?![A-Za-z0-9]))?`, 'gu');
const PIECE = new RegExp(`${DIGIT}|${CHECK_X}|${NO_WIDTH}|[^]`, 'gu');
/** A quick question that nearly every file answers with no more than a few places. */
const SHORTEST = 11;

/** All runs of a text that are long enough to hold a number of a person. */
export function digitRuns(text: string): readonly DigitRun[] {
  if (!LONG.test(text)) return [];
  return [...text.matchAll(RUN)]
    .filter(([run]) => run.length >= SHORTEST)
    .map((match) => groupsOf(match[0], match.index));
}

function groupsOf(run: string, start: number): DigitRun {
  const groups: DigitGroup[] = [];
  let separator = '';
  let open: { digits: string; from: number; to: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    groups.push({ ...open, separator });
    separator = '';
    open = undefined;
  };
  for (const { 0: piece, index } of run.matchAll(PIECE)) {
    const from = start + index;
    const digits = digitsOf(piece);
    if (digits !== undefined) {
      open ??= { digits: '', from, to: from };
      open.digits += digits;
      open.to = from + piece.length;
    } else if (!/^\p{Default_Ignorable_Code_Point}$/u.test(piece)) {
      close();
      separator += piece.normalize('NFKC');
    }
  }
  close();
  return groups;
}

/** `８`, `⑧`, `八` as `8`; undefined for what is no digit. */
function digitsOf(piece: string): string | undefined {
  const han = HAN_DIGITS.indexOf(piece);
  if (han >= 0) return HAN_VALUES[han];
  if (new RegExp(`^${CHECK_X}$`, 'u').test(piece)) return 'X';
  const folded = piece.normalize('NFKC');
  return /^\d+$/.test(folded) ? folded : undefined;
}
