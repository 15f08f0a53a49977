import { describe, expect, it } from 'vitest';
import { decodeSource, MAX_BYTES, sourceFile } from '../../src/source/source-file.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function findingOf(content: Uint8Array): string | undefined {
  const { source, diagnostics } = decodeSource({ path: 'content/x.yaml', bytes: content });
  expect(source === undefined).toBe(diagnostics.length > 0);
  const [first] = diagnostics;
  return first && `${first.place.line}:${first.place.column} ${first.rule}`;
}

describe('decoding a file', () => {
  it('accepts a byte-order mark and does not count it', () => {
    const { source } = decodeSource({ path: 'a', bytes: bytes(0xef, 0xbb, 0xbf, ...utf8('年度: 2023')) });
    expect(source?.text).toBe('年度: 2023');
  });

  it('accepts text that itself contains the replacement character', () => {
    expect(findingOf(utf8('a: \uFFFD'))).toBeUndefined();
  });

  it('reports broken UTF-8 where it begins', () => {
    expect(findingOf(bytes(...utf8('年度: 2023\n名称: '), 0xb2, 0xfd))).toBe('2:5 encoding');
  });

  it('reports a NUL byte where it stands', () => {
    expect(findingOf(bytes(...utf8('a: 1\nb: '), 0))).toBe('2:4 encoding');
  });

  it('reports a file above one megabyte', () => {
    expect(findingOf(new Uint8Array(MAX_BYTES + 1).fill(0x20))).toBe('1:1 file-too-large');
    expect(findingOf(new Uint8Array(MAX_BYTES).fill(0x20))).toBeUndefined();
  });
});

describe('places', () => {
  it('count lines and columns from one, with either line end', () => {
    const source = sourceFile('a', '甲: 1\r\n乙: 2\n丙: 3');
    expect(source.placeAt(source.text.indexOf('甲'))).toEqual({ file: 'a', line: 1, column: 1 });
    expect(source.placeAt(source.text.indexOf('2'))).toEqual({ file: 'a', line: 2, column: 4 });
    expect(source.placeAt(source.text.length)).toEqual({ file: 'a', line: 3, column: 5 });
  });
});
