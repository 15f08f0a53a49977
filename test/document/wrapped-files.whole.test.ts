import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { decodeSource, type RawFile } from '../../src/source/source-file.ts';
import { parseYaml, type YamlNode, type YamlScalar } from '../../src/source/yaml.ts';
import { compiled } from '../support/compiled.ts';
import { realFiles, textFile } from '../support/project.ts';

const WIDTH = 20;
/** Where a hand or a program may wrap a Chinese text. */
const WRAP = new RegExp(
  `(?<=\\p{Script=Han}[^\\n]{${WIDTH}}\\p{Script=Han})(?=[\\p{Script=Han}“”，、\\d])`,
  'u',
);

function wrap(text: string, indent: string): string {
  const at = WRAP.exec(text)?.index;
  return at === undefined ? text : `${text.slice(0, at)}\n${indent}${wrap(text.slice(at), indent)}`;
}

function scalarsOf(node: YamlNode): readonly YamlScalar[] {
  if (node.kind === 'scalar') return [node];
  const children =
    node.kind === 'sequence' ? node.items : [...node.entries.values()].map(({ value }) => value);
  return children.flatMap(scalarsOf);
}

/** Every text of a YAML file that stands on one line, wrapped. */
function wrappedYaml(file: RawFile): RawFile {
  const { source } = decodeSource(file);
  const document = source && parseYaml(source).document;
  if (document === undefined) return file;
  const { text } = document.source;
  let done = '';
  let from = 0;
  for (const { span } of scalarsOf(document.root)) {
    const written = text.slice(...(span ?? [0, 0]));
    if (span === undefined || written.includes('\n')) continue;
    done += text.slice(from, span[0]) + wrap(written, ' '.repeat(30));
    from = span[1];
  }
  return textFile(file.path, done + text.slice(from));
}

/** Every paragraph of a template, wrapped outside of its code. */
function wrappedTemplate(file: RawFile): RawFile {
  const text = new TextDecoder().decode(file.bytes);
  const pieces = text.split(/(\{\{[^]*?\}\}|^#.*$)/mu);
  return textFile(
    file.path,
    pieces.map((piece, index) => (index % 2 === 0 ? wrap(piece, '') : piece)).join(''),
  );
}

/** All that a booklet prints: title, text, forms, tables. */
function printed(files: readonly RawFile[]): readonly string[] {
  const site = compiled(files);
  const booklet = site.units[0]?.booklets.at(-1);
  if (booklet === undefined) throw new Error(JSON.stringify(site.diagnostics));
  const { title, parts } = booklet.render();
  return [title, ...parts.flatMap((part) => [part.title, ...part.content.map((node) => toString(node))])];
}

describe.each(['changji-sme', 'demo-bureau'])(
  'the files of %s, with every text wrapped after a few words',
  (unit) => {
    it('print the same characters everywhere: text, forms, tables, glossary, headings', async () => {
      const files = await realFiles(unit);
      const wrapped = files.map((file) => {
        if (file.path.endsWith('.hbs')) return wrappedTemplate(file);
        return /\.yaml$/.test(file.path) ? wrappedYaml(file) : file;
      });
      const lines = (all: readonly RawFile[]): number =>
        all.reduce((sum, { bytes }) => sum + bytes.filter((byte) => byte === 10).length, 0);
      expect(lines(wrapped)).toBeGreaterThan(lines(files) + 100);
      expect(printed(wrapped)).toEqual(printed(files));
    });
  },
);
