import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../../src/source/source-file.ts';
import { parseYaml, type YamlNode, type YamlPath } from '../../../src/source/yaml.ts';
import { editYaml } from '../../../src/source/writer/edit-yaml.ts';
import type { YamlEdit } from '../../../src/source/writer/edits.ts';
import type { YamlValue } from '../../../src/source/writer/value.ts';
import { KEYS, TEXTS, yamlText } from '../../support/random-yaml.ts';

/** The parsed text; undefined where the reader does not accept it. */
function read(text: string): YamlNode | undefined {
  const { document, diagnostics } = parseYaml(sourceFile('', text.replace(/^\uFEFF/, '')));
  return diagnostics.length > 0 ? undefined : document?.root;
}

interface Found {
  readonly path: YamlPath;
  readonly node: YamlNode;
}

function nodesOf(node: YamlNode, path: YamlPath = []): readonly Found[] {
  const children =
    node.kind === 'scalar'
      ? []
      : node.kind === 'sequence'
        ? node.items.flatMap((item, index) => nodesOf(item, [...path, index]))
        : [...node.entries.values()].flatMap(({ key, value }) => nodesOf(value, [...path, key]));
  return [{ path, node }, ...children];
}

const newValue: fc.Arbitrary<YamlValue> = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.constantFrom(...TEXTS),
  fc.array(fc.constantFrom(...TEXTS), { maxLength: 3 }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...KEYS),
        fc.oneof(fc.constantFrom(...TEXTS), fc.constant(['甲', new Map([['b', '1']])])),
      ),
      {
        maxLength: 3,
      },
    )
    .map((entries) => new Map<string, YamlValue>(entries)),
);

/** An edit that fits the text: at a node chosen by a number. */
function editFor(root: YamlNode, pick: number, key: string, value: YamlValue, kind: number): YamlEdit {
  const nodes = nodesOf(root);
  const chosen = nodes[pick % nodes.length] as Found;
  const { path, node } = chosen;
  if (node.kind === 'mapping' && kind <= 2) {
    const fresh = node.entries.has(key) ? '新' : key;
    const first = [...node.entries.keys()][0];
    if (kind === 0 || first === undefined) return { do: 'insert', at: path, key: fresh, value };
    return {
      do: 'insert',
      at: path,
      key: fresh,
      value,
      place: kind === 1 ? { before: first } : { after: first },
    };
  }
  if (node.kind === 'sequence' && kind <= 2) {
    return { do: 'add', at: path, value, ...(kind > 0 && { index: pick % (node.items.length + 1) }) };
  }
  const parent = nodes.find(
    (one) => one.path.length === path.length - 1 && one.path.every((step, index) => step === path[index]),
  );
  if (kind === 3 && path.length > 0) return { do: 'remove', at: path };
  if (kind === 4 && parent?.node.kind === 'mapping') {
    return { do: 'rename', at: path, key: parent.node.entries.has(key) ? '新' : key };
  }
  return {
    do: kind === 5 ? 'set' : 'replace',
    at: path,
    to: path.length === 0 && typeof value === 'string' ? new Map([['a', value]]) : value,
  };
}

const change = fc.record({
  pick: fc.nat(60),
  key: fc.constantFrom(...KEYS),
  value: newValue,
  kind: fc.nat(6),
});

/** How every text is written that an edit does not reach. */
function writings(text: string, edit: YamlEdit): readonly string[] {
  const plain = text.replace(/^\uFEFF/, '');
  const root = read(text);
  if (root === undefined) throw new Error('does not parse');
  const list = edit.do === 'add' ? edit.at : edit.at.slice(0, -1);
  const touched = edit.do === 'insert' ? [...edit.at, edit.key] : edit.do === 'add' ? edit.at : edit.at;
  const within = (path: YamlPath, outer: YamlPath): boolean =>
    outer.every((step, index) => String(step) === String(path[index]));
  return nodesOf(root).flatMap(({ path, node }) => {
    if (node.kind !== 'scalar' || within(path, touched)) return [];
    // Items behind an added or removed one have other numbers; keys behind a rename another name.
    if (typeof edit.at.at(-1) === 'number' && edit.do === 'remove' && within(path, list)) return [];
    if (edit.do === 'rename' && within(path, [...edit.at.slice(0, -1), edit.key])) return [];
    const [from, to] = node.span ?? [0, 0];
    return [`${path.map(String).join('/')}=${plain.slice(from, to)}`];
  });
}

const comments = (text: string): readonly string[] =>
  [...text.matchAll(/# (?:注|退|尾|完|头)/g)].map(([found]) => found);

describe('editing YAML files of all kinds', () => {
  it('reads back as what was meant, and leaves everything else as it was written', () => {
    let edits = 0;
    fc.assert(
      fc.property(yamlText, change, (text, { pick, key, value, kind }) => {
        const root = read(text);
        fc.pre(root !== undefined);
        const edit = editFor(root, pick, key, value, kind);
        const written = editYaml(text, [edit]);
        edits += 1;
        expect(writings(written, edit)).toEqual(writings(text, edit));
        if (edit.do === 'insert' || edit.do === 'add' || edit.do === 'rename')
          expect(comments(written)).toEqual(comments(text));
        if (edit.do === 'insert' || edit.do === 'add') {
          const before = nodesOf(root).find(({ path }) => path.join('/') === edit.at.join('/'))?.node;
          const size =
            before?.kind === 'mapping'
              ? before.entries.size
              : before?.kind === 'sequence'
                ? before.items.length
                : 0;
          if (size > 0) {
            const last = edit.do === 'insert' ? edit.key : (edit.index ?? size);
            expect(editYaml(written, [{ do: 'remove', at: [...edit.at, last] }])).toBe(text);
          }
        }
      }),
      { numRuns: 1500, seed: 20241123 },
    );
    expect(edits).toBeGreaterThan(500);
  });
});
