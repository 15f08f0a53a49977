import type { YamlDocument } from '../../source/yaml.ts';
import { rangeOfSection, type Edit } from './edits.ts';

/** Puts a list 待核 of keys in the place of the one that is there or, below the comments at its head, into the file. */
export function listForReview(document: YamlDocument, keys: readonly string[]): readonly Edit[] {
  const present = rangeOfSection(document, '待核');
  const start = Math.max(document.root.start, 0);
  const { from, to } = present ?? { from: start, to: start };
  if (keys.length === 0) return [{ from, to, text: '' }];
  const { text } = document.source;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = [
    '# 以下各项从上年带来：核对一项，删一项。',
    '待核:',
    ...keys.map((key) => `  - ${asYaml(key)}`),
    '',
    '',
  ];
  // A line of its own, or these comments would be taken for part of the head of the file.
  return [{ from, to, text: (present === undefined ? newline : '') + lines.join(newline) }];
}

/** Quotes a key where YAML would not read it as plain text. */
function asYaml(key: string): string {
  return /^[\s?\-&*!|>'"%@`{}[\],#]|: |:$| #|[{}[\],]/.test(key) ? JSON.stringify(key) : key;
}
