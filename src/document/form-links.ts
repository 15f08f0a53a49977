import type { Evaluation } from '../accounts/schema/evaluation.ts';
import type { BookletSource } from './booklet-source.ts';
import type { LinkLine } from './marks.ts';

/** Where the forms of a kind that booklets do not print are published, a line each; none for other kinds. */
export function formLinks({ year }: BookletSource, kind: string): readonly LinkLine[] {
  return year.evaluations.flatMap(({ value }) => (value.kind.key === kind ? (formLink(value) ?? []) : []));
}

/** Where a form is published that booklets do not print; undefined of those that they do. */
export function formLink({ link, name, kind }: Evaluation): LinkLine | undefined {
  if (link === undefined) return undefined;
  return { name: name ?? kind.title, target: link, address: isAddress(link) };
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
