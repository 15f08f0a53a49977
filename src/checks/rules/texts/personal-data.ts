import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { clauseOf, corpusOf, placeOfHit, type Corpus, type TextHit } from '../../words/booklet-texts.ts';
import { isCardNumber, isIdentityNumber } from '../../words/personal-numbers.ts';

const IDENTITY =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/gu;
/** Bodies have numbers of 18 digits, too. */
const OF_A_BODY = /信用代码/u;
const MOBILE = /(?<![\d.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d|\.\d|\s*[万亿元%％])/gu;
const CARD = /(?<![\d.])[3-6]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d|\.\d|\s*[万亿元%％])/gu;
/** Of any bank, whatever its check. */
const ACCOUNT = /(?:账号|帐号|卡号)[^\d\n，。；]{0,6}(\d(?:[ -]?\d){10,29})/gu;
/** Eleven digits or more, with the blanks that people put in: all of the above. */
const LONG = /\d(?:[ -]?\d){10}/gu;
const EMAIL = /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/gu;

/** What identifies a person has no place in a published booklet. */
export const personalData: Check = {
  rule: 'personal-data',
  numbers: [],
  source: '个人信息保护法；政府信息公开条例',
  summary: '文字中不应有身份证号、手机号、银行卡号；电子邮箱请核对',
  run: (subject) => {
    const corpus = corpusOf(subject);
    const numbers = corpus.hits(LONG).length === 0 ? [] : findNumbers(corpus);
    const emails = corpus.includes('@') ? corpus.hits(EMAIL) : [];
    return [
      ...numbers,
      ...emails.map((hit) => {
        return warning('personal-data', `文字中有电子邮箱“${masked(hit)}”；个人的请删去`, placeOfHit(hit));
      }),
    ];
  },
};

function findNumbers(corpus: Corpus): readonly Diagnostic[] {
  const identities = corpus.hits(IDENTITY);
  const cards = corpus.hits(CARD).filter(({ match: [number] }) => {
    return (
      isCardNumber(number.replaceAll(/[ -]/g, '')) && !identities.some(({ match }) => match[0] === number)
    );
  });
  return [
    ...identities.flatMap(judgeIdentity),
    ...corpus.hits(MOBILE).map((hit) => report(hit, '手机号')),
    ...cards.map((hit) => report(hit, '银行卡号')),
    ...corpus
      .hits(ACCOUNT)
      .filter(({ match }) => !cards.some((card) => card.match[0] === match[1]))
      .map((hit) => report(hit, '银行账号')),
  ];
}

/** A number with a date of birth in it is hardly anything else, even where a digit was mistyped. */
function judgeIdentity(hit: TextHit): readonly Diagnostic[] {
  if (isIdentityNumber(hit.match[0])) return [report(hit, '身份证号')];
  if (OF_A_BODY.test(clauseOf(hit))) return [];
  const message = `文字中的“${masked(hit)}”像身份证号（校验码不符）；是的请删去`;
  return [warning('personal-data', message, placeOfHit(hit))];
}

function report(hit: TextHit, what: string): Diagnostic {
  return error('personal-data', `文字中有${what}“${masked(hit)}”；个人信息不得公开，请删去`, placeOfHit(hit));
}

/** The report may itself be published. */
function masked({ match: [text] }: TextHit): string {
  return `${text.slice(0, 2)}${'*'.repeat(Math.max(text.length - 4, 1))}${text.slice(-2)}`;
}
