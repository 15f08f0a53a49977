import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text that must stay a text, whatever it looks like. */
export interface Payload {
  /** What it tries. */
  readonly tries: string;
  /** What becomes of a field's text. */
  put(into: string): string;
}

const SIGNS: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\' };

/** All payloads of payloads.txt. */
export const PAYLOADS: readonly Payload[] = readFileSync(join(import.meta.dirname, 'payloads.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, tries = '', first, written = ''] = /^([^:]+): (first:)?(.*)$/.exec(line) ?? [];
    const text = written.replaceAll(
      /\\(?:u([0-9a-f]{4})|(.))/g,
      (_, code: string | undefined, sign: string) =>
        code === undefined ? (SIGNS[sign] ?? sign) : String.fromCharCode(parseInt(code, 16)),
    );
    return { tries, put: (into) => (first === undefined ? into + text : text + into) };
  });
