import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceFile } from '../../../src/source/source-file.ts';
import { parseYaml, type YamlNode, type YamlPath } from '../../../src/source/yaml.ts';
import { editYaml } from '../../../src/source/writer/edit-yaml.ts';
import { realFiles } from '../../support/project.ts';
import { TEXTS } from '../../support/random-yaml.ts';

function rootOf(text: string): YamlNode {
  const { document } = parseYaml(sourceFile('', text));
  if (document === undefined) throw new Error('does not parse');
  return document.root;
}

interface Entry {
  readonly at: YamlPath;
  readonly node: YamlNode;
}

function entriesOf(node: YamlNode, at: YamlPath): readonly Entry[] {
  if (node.kind === 'scalar') return [];
  const children: readonly Entry[] =
    node.kind === 'mapping'
      ? [...node.entries.values()].map(({ key, value }) => ({ at: [...at, key], node: value }))
      : node.items.map((item, index) => ({ at: [...at, index], node: item }));
  return [...children, ...children.flatMap((child) => entriesOf(child.node, child.at))];
}

it('changes of real files go in and come out again without a trace', async () => {
  const files = (await realFiles('changji-sme', 'demo-bureau'))
    .filter(({ path }) => path.endsWith('.yaml') && path.startsWith('content/'))
    .map(({ bytes }) => new TextDecoder().decode(bytes))
    .map((text) => ({ text, entries: entriesOf(rootOf(text), []) }));
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.nat(100_000),
      fc.constantFrom(...TEXTS),
      ({ text, entries }, pick, value) => {
        const { at, node } = entries[pick % entries.length] as Entry;
        const last = at.at(-1) as PropertyKey;
        const parent = at.slice(0, -1);
        // Beside it.
        const added =
          typeof last === 'number'
            ? editYaml(text, [{ do: 'add', at: parent, value, index: last }])
            : editYaml(text, [
                { do: 'insert', at: parent, key: '新', value, place: { after: String(last) } },
              ]);
        expect(added).not.toBe(text);
        const step = typeof last === 'number' ? last : '新';
        expect(editYaml(added, [{ do: 'remove', at: [...parent, step] }])).toBe(text);
        // In its place.
        if (node.kind !== 'scalar' || node.text.includes('\n')) return;
        const changed = editYaml(text, [{ do: 'set', at, to: value }]);
        const [from, to] = node.span ?? [0, 0];
        expect(changed.startsWith(text.slice(0, from))).toBe(true);
        if (!value.includes('\n')) expect(changed.endsWith(text.slice(to))).toBe(true);
      },
    ),
    { numRuns: 300, seed: 20231122 },
  );
});
