import { statementOf } from './statement.ts';

/** Advice within what a message states, up to its end; quotes of the booklet are passed over whole. */
const ADVICE = /^((?:“[^”]*”|[^“])*?)[，；](?:请|无需处理|可以照印).*$/su;
/** Numbers of the reconciliation rules, alone between brackets or behind other words in them. */
const RULE_NUMBERS = /（R\d\d(?:、R\d\d)*）|，R\d\d(?:、R\d\d)*(?=[）；])/gu;
/** A file of the input, with the spaces around it. */
const FILE = /[ ]?[\w./-]+\.(?:yaml|hbs)[ ]?/gu;

/**
 * What a finding says to readers of a booklet: what does not fit, without the advice to its editor, the numbers of
 * rules and the names of files that only editors can open.
 *
 * @param message of a finding
 */
export function publicStatement(message: string): string {
  return statementOf(message)
    .replace(ADVICE, '$1')
    .replace(RULE_NUMBERS, '')
    .replace(FILE, '另一份填报文件')
    .replace(/[。；，]$/u, '');
}
