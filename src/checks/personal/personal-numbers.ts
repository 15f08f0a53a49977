import {
  hasIdentityCheck,
  isCardNumber,
  looksLikeIdentityNumber,
  looksLikeOldIdentityNumber,
} from './check-digits.ts';
import { digitRuns, type DigitRun } from './digit-runs.ts';

/** A number that tells of a person, found in a text. */
export interface PersonalNumber {
  readonly what: '身份证号' | '手机号' | '银行卡号' | '银行账号' | '证件号';
  /** False where it only looks like one. */
  readonly certain: boolean;
  /** Its digits as a computer writes them; shown to nobody. */
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** Groups in a row that may be one number, and the words around them. */
interface Candidate {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  /** Lengths of the groups: `3-4-4`. */
  readonly form: string;
  readonly separators: readonly string[];
  readonly before: string;
  readonly after: string;
}

/** Bodies, documents, projects and goods have long numbers, too. */
const OF_A_BODY = /(?:信用代码|税号|识别号)[^\d，。；]{0,6}$/u;
const OF_A_THING =
  /(?:编码|编号|代码|文号|单号|票号|合同号|批号|流水号|序号|条码|条形码|许可证)[^\d，。；]{0,6}$/u;
const OF_A_PERSON = /(?:身份证|身份号|公民身份|证件)[^\d，。；]{0,8}$/u;
const OF_AN_ACCOUNT = /(?:账号|帐号|账户|帐户|卡号|银行卡|收款卡|工资卡)[^\d，。；]{0,8}$/u;
/** What follows an amount or a share. */
const MEASURED = /^(?:\.\d|[\s]*[万亿元%％])/u;

/** A mobile phone; no number that tells of a person by itself is shorter. */
const SHORTEST = 11;
/** The longest bank account; no number goes on beyond it. */
const LONGEST = 30;
/** How far the words reach that say what a number is. */
const AROUND = 20;

/** Every number of a text that tells of a person, however its digits are written and divided. */
export function personalNumbers(text: string): readonly PersonalNumber[] {
  return [...digitRuns(text).flatMap((run) => numbersOf(run, text)), ...travelDocuments(text)];
}

function numbersOf(run: DigitRun, text: string): readonly PersonalNumber[] {
  const found: PersonalNumber[] = [];
  for (let first = 0; first < run.length;) {
    const { number, next } = numberAt(run, first, text);
    if (number !== undefined) found.push(number);
    first = next;
  }
  return found;
}

/** The longest number that begins with a group, and the group after it. */
function numberAt(run: DigitRun, first: number, text: string): { number?: PersonalNumber; next: number } {
  let longest: { number?: PersonalNumber; next: number } = { next: first + 1 };
  let digits = '';
  for (let next = first + 1; next <= run.length; next += 1) {
    digits += run[next - 1]?.digits ?? '';
    if (digits.length > LONGEST) break;
    if (digits.length < SHORTEST) continue;
    const candidate = candidateOf(run.slice(first, next), run[next]?.separator, text);
    const number = candidate && judge(candidate);
    if (number !== undefined) longest = { number, next };
  }
  return longest;
}

/** @param behind what stands between the groups and the one behind them */
function candidateOf(groups: DigitRun, behind: string | undefined, text: string): Candidate | undefined {
  const [start] = groups;
  const end = groups.at(-1);
  if (start === undefined || end === undefined) return undefined;
  const separators = groups.slice(1).map(({ separator }) => separator);
  // A point before or behind makes it a part of a decimal, unless points divide it all along.
  if (!separators.includes('.') && (start.separator === '.' || behind === '.')) return undefined;
  return {
    digits: groups.map((group) => group.digits).join(''),
    from: start.from,
    to: end.to,
    form: groups.map((group) => group.digits.length).join('-'),
    separators,
    before: text.slice(Math.max(start.from - AROUND, 0), start.from),
    after: text.slice(end.to, end.to + 4),
  };
}

function judge(candidate: Candidate): PersonalNumber | undefined {
  const { digits, before, after } = candidate;
  if (isPartOfAName(before) || /^[A-Za-z]/.test(after)) return undefined;
  const verdict = identity(candidate) ?? mobile(candidate) ?? card(candidate) ?? account(candidate);
  return verdict && { ...verdict, digits, from: candidate.from, to: candidate.to };
}

type Verdict = Pick<PersonalNumber, 'what' | 'certain'>;

/** Letters right before a number make it something's name (MA13800138000), unless they say what it is. */
function isPartOfAName(before: string): boolean {
  const letters = /[A-Za-z0-9]*[A-Za-z]$/.exec(before)?.[0];
  return letters !== undefined && !/^(?:tel|phone|mobile|mob|cell|id|no|card|[mtp])$/i.test(letters);
}

function identity({ digits, form, before }: Candidate): Verdict | undefined {
  const told = OF_A_PERSON.test(before);
  if (looksLikeIdentityNumber(digits)) {
    if (hasIdentityCheck(digits)) return { what: '身份证号', certain: true };
    const whole = !form.includes('-') || told;
    // A number with a date of birth in it is hardly anything else, even where a digit was mistyped.
    return whole && !OF_A_BODY.test(before) ? { what: '身份证号', certain: false } : undefined;
  }
  if (!looksLikeOldIdentityNumber(digits)) return undefined;
  if (told) return { what: '身份证号', certain: true };
  const whole = /^(?:15|6-6-3|6-2-2-2-3)$/.test(form);
  return whole && !OF_A_BODY.test(before) && !OF_A_THING.test(before)
    ? { what: '身份证号', certain: false }
    : undefined;
}

/** How people divide the eleven digits of a mobile phone; `1-1-1…` is one digit at a time. */
const MOBILE_FORMS: ReadonlySet<string> = new Set([
  '11',
  '3-4-4',
  '3-8',
  '7-4',
  '4-3-4',
  '4-4-3',
  '3-3-5',
  '3-5-3',
  '3-2-2-4',
  '3-4-2-2',
  '3-2-2-2-2',
  '3-3-3-2',
  '5-6',
  '6-5',
  '5-3-3',
  '2-3-3-3',
  Array.from('13800138000', () => '1').join('-'),
]);
/** The number itself, with the country's number or the zero of a long-distance call before it. */
const MOBILE = /^((?:0{0,2}86)?0?)1[3-9]\d{9}$/;

function mobile({ digits, form, separators, before, after }: Candidate): Verdict | undefined {
  const prefix = MOBILE.exec(digits)?.[1];
  if (prefix === undefined || MEASURED.test(after)) return undefined;
  const divided = formWithout(prefix.length, form);
  if (divided === undefined || !MOBILE_FORMS.has(divided)) return undefined;
  if (separators.some((one) => !divides(one, separators))) return undefined;
  return { what: '手机号', certain: !OF_A_THING.test(before) };
}

/** The form without the digits of a prefix: `2-3-4-4` and `5-4-4` of +86 138 0013 8000 become `3-4-4`. */
function formWithout(prefix: number, form: string): string | undefined {
  const lengths = form.split('-').map(Number);
  let left = prefix;
  while (left > 0) {
    const first = lengths[0] ?? 0;
    if (first <= left) lengths.shift();
    else lengths[0] = first - left;
    left -= Math.min(first, left);
    if (first === 0) return undefined;
  }
  return lengths.join('-');
}

/** A single point or comma divides no phone number: it makes an amount. */
function divides(separator: string, all: readonly string[]): boolean {
  return /[.,]/.test(separator) ? all.length > 1 && all.every((one) => one === separator) : true;
}

function card({ digits, form, separators, before, after }: Candidate): Verdict | undefined {
  if (!/^[3-6]\d{15,18}$/.test(digits) || MEASURED.test(after)) return undefined;
  if (!isCardNumber(digits) || separators.some((one) => !divides(one, separators))) return undefined;
  if (OF_AN_ACCOUNT.test(before)) return { what: '银行卡号', certain: true };
  // Seventeen digits are a project of the budget; cards have sixteen or nineteen.
  if (OF_A_BODY.test(before) || OF_A_THING.test(before) || digits.length === 17) return undefined;
  const usual = /^(?:1[689]|4-4-4-4(?:-[23])?|6-13|6-10|8-8|8-11|6-4-4-[25]|(?:1-)+1)$/.test(form);
  return usual || digits.startsWith('62') ? { what: '银行卡号', certain: true } : undefined;
}

/** Of any bank, whatever its check. */
function account({ before }: Candidate): Verdict | undefined {
  return OF_AN_ACCOUNT.test(before) ? { what: '银行账号', certain: true } : undefined;
}

/** Passports and permits are too short to be told from other numbers: the word before them must say so. */
const TRAVEL_DOCUMENT =
  /(?:护照|通行证|台胞证|回乡证|居留证|军官证)[^\dA-Za-z，。；\n]{0,8}(?<number>[A-Za-z]{0,2}[ -]?\d(?:[ -]?\d){6,8})(?![\dA-Za-z])/gu;

function travelDocuments(text: string): readonly PersonalNumber[] {
  if (!/[护通台回居军][照行胞乡留官]/u.test(text)) return [];
  return [...text.matchAll(TRAVEL_DOCUMENT)].map((match) => {
    const digits = match.groups?.['number'] ?? '';
    const to = match.index + match[0].length;
    return { what: '证件号', certain: true, digits, from: to - digits.length, to };
  });
}
