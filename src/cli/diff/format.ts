import type { Change } from '../../changes/change.ts';
import { WrongCommand } from '../wrong-command.ts';
import { formatChangeHtml } from './html.ts';
import { formatChangeJson } from './json.ts';
import { formatChangeMarkdown } from './markdown.ts';
import { formatChangeText } from './text.ts';

/** Writes a change down; the names of both versions are for forms that show them. */
export type ChangeFormatter = (
  change: Change,
  names: { readonly before: string; readonly after: string },
) => string;

const FORMATS: Readonly<Record<string, ChangeFormatter>> = {
  text: formatChangeText,
  markdown: formatChangeMarkdown,
  json: formatChangeJson,
  html: formatChangeHtml,
};

/** The formatter of a name given on the command line. */
export function changeFormatter(name: string): ChangeFormatter {
  const formatter = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (formatter === undefined)
    throw new WrongCommand(`--format 只能是 ${Object.keys(FORMATS).join('、')} 之一，不能是“${name}”`);
  return formatter;
}
