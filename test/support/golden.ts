import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toString } from 'hast-util-to-string';
import type { Element, ElementContent } from 'hast';
import type { Booklet } from '../../src/compile/booklet.ts';
import { flatTable } from '../../src/outputs/data/flat-table.ts';
import { tableCsv } from '../../src/outputs/data/table-csv.ts';
import { formatPlace } from '../../src/source/place.ts';
import { sourceFile, type RawFile } from '../../src/source/source-file.ts';
import { editYaml } from '../../src/source/writer/edit-yaml.ts';
import type { YamlEdit } from '../../src/source/writer/edits.ts';
import type { YamlValue } from '../../src/source/writer/value.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { compiled } from './compiled.ts';
import { treeOf } from './folder-tree.ts';
import { edited, realFiles, ROOT, textFile, textOf, withBytes } from './project.ts';

/** Folders of golden tests; test/golden/README.md says what stands in them. */
export const GOLDEN = join(ROOT, 'test/golden');

const UNIT = 'demo-bureau';
const YEAR = 2023;
const NARRATIVE = `content/units/${UNIT}/${YEAR}/narrative.yaml`;
const ACCOUNTS = `content/units/${UNIT}/${YEAR}/accounts.yaml`;

/** The names of all golden folders, each that of its pack. */
export function goldenNames(): readonly string[] {
  return readdirSync(GOLDEN, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );
}

/** The input of a golden folder: demo-bureau's year in the folder's pack, with what the pack asks for besides. */
export function goldenFiles(name: string, pack = name): Promise<readonly RawFile[]> {
  const key = `${name} ${pack}`;
  const files = made.get(key) ?? makeFiles(name, pack);
  made.set(key, files);
  return files;
}

/** Made once for all that is asked of them. */
const made = new Map<string, Promise<readonly RawFile[]>>();

async function makeFiles(name: string, pack: string): Promise<readonly RawFile[]> {
  const files = await realFiles(UNIT);
  const appended = filesBelow(join(GOLDEN, name, 'in/append')).map(({ path, text }) => {
    const at = `content/units/${UNIT}/${YEAR}/${path}`;
    return textFile(at, textOf(files, at) + text);
  });
  const templates = filesBelow(join(GOLDEN, name, 'in/templates'));
  const own = [...appended, ...templates.map(({ path, text }) => textFile(`templates/${path}`, text))];
  const replaced = new Set(own.map(({ path }) => path));
  const all = [...files.filter(({ path }) => !replaced.has(path)), ...own];
  return withUsedReasons(withAllReasons(edited(all, ACCOUNTS, '模板: demo-2023', `模板: ${pack}`)));
}

function filesBelow(folder: string): readonly { readonly path: string; readonly text: string }[] {
  if (!existsSync(folder)) return [];
  return [...treeOf(folder)].map(([path, bytes]) => ({ path, text: bytes.toString('utf8') }));
}

/** Without the reasons that only the pack for which they were written prints, and the numbers declared for them. */
function withUsedReasons(files: readonly RawFile[]): readonly RawFile[] {
  const reasons = quoted('unused-reason', files).map((id) => ({ do: 'remove', at: ['原因', id] }) as const);
  const used = changed(files, reasons);
  const literals = quoted('unused-literal', used);
  const written = literalsIn(used).entries().toArray().reverse();
  const gone = written.filter(([, literal]) => literals.includes(literal));
  return changed(
    used,
    gone.map(([index]) => ({ do: 'remove', at: ['字面数', index] }) as const),
  );
}

/** With the reasons that only this pack asks for: what they say is of no interest. */
function withAllReasons(files: readonly RawFile[]): readonly RawFile[] {
  const [first, ...others] = new Set(quoted('missing-reason', files));
  if (first === undefined) return files;
  const reason = (key: string, value: YamlValue) =>
    ({ do: 'insert', at: ['原因'], key, value, place: 'end' }) as const;
  return changed(files, [
    reason(first, '年中按规定追加或调减指标'),
    ...others.map((key) => reason(key, new Map([['同', first]]))),
  ]);
}

/** What the findings of a rule in the narrative quote. */
function quoted(rule: string, files: readonly RawFile[]): readonly string[] {
  const form =
    rule === 'missing-reason' ? /补写“(.+): ……”/u : /“([^“”]+(?:“[^“”]*”[^“”]*)*)”(?:的原因|在文字中)/u;
  return compiled(files)
    .diagnostics.filter((one) => one.rule === rule && one.place.file === NARRATIVE)
    .flatMap(({ message }) => form.exec(message)?.[1] ?? []);
}

function literalsIn(files: readonly RawFile[]): readonly string[] {
  const root = parseYaml(sourceFile(NARRATIVE, textOf(files, NARRATIVE))).document?.root;
  const list = root?.kind === 'mapping' ? root.entries.get('字面数')?.value : undefined;
  return list?.kind === 'sequence' ? list.items.map((item) => (item.kind === 'scalar' ? item.text : '')) : [];
}

function changed(files: readonly RawFile[], edits: readonly YamlEdit[]): readonly RawFile[] {
  const text = editYaml(textOf(files, NARRATIVE), edits);
  return withBytes(files, NARRATIVE, new TextEncoder().encode(text));
}

/** What a golden folder's booklet prints, and what is found in it: a text for each file of `out/`. */
export async function goldenTexts(name: string, pack = name): Promise<ReadonlyMap<string, string>> {
  const { units, diagnostics } = compiled(await goldenFiles(name, pack));
  const booklet = units[0]?.booklets.find(({ year }) => year === YEAR);
  const own = diagnostics.filter(
    ({ place }) => place.file.includes(`${UNIT}/${YEAR}/`) || place.file.startsWith(`templates/${name}/`),
  );
  const findings = own.map(
    ({ place, severity, rule, message }) => `${formatPlace(place)} ${severity} ${rule} ${message}\n`,
  );
  const texts = new Map([['findings.txt', findings.join('')]]);
  if (booklet === undefined || own.some(({ severity }) => severity === 'error')) return texts;
  texts.set('booklet.txt', bookletText(booklet));
  for (const table of booklet.render().tables)
    texts.set(
      `tables/${table.key}.csv`,
      tableCsv(flatTable(table)).replaceAll('\r\n', '\n').replace('\ufeff', ''),
    );
  return texts;
}

/** The booklet as a reader meets it, a block a line, tables by their titles and heads. */
function bookletText(booklet: Booklet): string {
  const { title, cover, parts } = booklet.render();
  return [
    `# ${title}`,
    ...[...cover.head, ...cover.lines, ...cover.foot].map((line) => `〔封面〕${line}`),
    ...parts.flatMap((part) => [`\n# ${part.title} 〔${part.key}〕`, ...part.content.flatMap(blockText)]),
    '',
  ].join('\n');
}

function blockText(node: ElementContent): readonly string[] {
  if (node.type !== 'element') return [];
  const { dataTable: table, dataForm: form } = node.properties;
  if (typeof table === 'string') return [`〔表 ${table}〕${captionOf(node)}`, ...headsOf(node)];
  if (typeof form === 'string') return [`〔自评表 ${form}〕${captionOf(node)}`];
  const level = { h3: '## ', h4: '### ' }[node.tagName] ?? '';
  return node.tagName === 'div' ? rowsOf(node) : [level + toString(node)];
}

function captionOf(figure: Element): string {
  return elements(figure, 'figcaption')
    .flatMap(({ children }) => children.map((child) => toString(child)))
    .join('｜');
}

function headsOf(figure: Element): readonly string[] {
  const notes = elements(figure, 'p').map((note) => `\u3000${toString(note)}`);
  return [
    ...elements(figure, 'thead')
      .flatMap(rowsOf)
      .map((row) => `\u3000${row}`),
    ...notes,
  ];
}

function rowsOf(node: Element): readonly string[] {
  return elements(node, 'tr').map((row) =>
    row.children.flatMap((cell) => (cell.type === 'element' ? toString(cell) : [])).join('｜'),
  );
}

function elements(node: Element, tagName: string): readonly Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === tagName ? [child] : elements(child, tagName);
  });
}
