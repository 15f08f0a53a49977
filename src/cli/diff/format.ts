import type { Change } from '../../changes/change.ts';
import { formOf } from '../formats/form-of.ts';
import { formatChangeHtml, type VersionNames } from './html.ts';
import { formatChangeJson } from './json.ts';
import { formatChangeMarkdown } from './markdown.ts';
import { formatChangeText } from './text.ts';

/** Writes a change down; the names of both versions are for forms that show them. */
export type ChangeFormatter = (change: Change, names: VersionNames) => string;

const FORMATS: Readonly<Record<string, ChangeFormatter>> = {
  text: formatChangeText,
  markdown: formatChangeMarkdown,
  json: formatChangeJson,
  html: formatChangeHtml,
};

/** The formatter of a name given on the command line. */
export function changeFormatter(name: string): ChangeFormatter {
  return formOf(FORMATS, name);
}
