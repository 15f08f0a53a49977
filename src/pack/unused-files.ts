import { suggestion } from '../accounts/suggestion.ts';
import { warning, type Diagnostic } from '../source/diagnostic.ts';
import { remembered } from '../source/remembered.ts';
import type { RawFile } from '../source/source-file.ts';
import { ENTRY_FILE, TEXT_FILE } from './folder-reader.ts';
import type { PackFolder } from './pack-folder.ts';

/** A pack as far as it was read. */
export interface ReadPack {
  readonly files: readonly RawFile[];
  readonly folder: PackFolder | undefined;
  /** Its name with those of all packs that it is made of. */
  readonly madeOf: ReadonlySet<string>;
}

/** What a pack reads; notes for its owners may lie beside pack.yaml. */
const READ =
  /^(?:(?:pack|glossary)\.yaml|(?:parts|partials)\/[^/]+\.md\.hbs|(?:tables|sheets|forms|layouts)\/[^/]+\.yaml|[^/]+\.(?:md|txt))$/u;

/** A folder of a pack, where its files are named, and what to do with a file that is not. */
interface Kind {
  readonly extension: string;
  readonly advice: string;
  namesIn(folder: PackFolder, files: readonly RawFile[]): readonly string[];
}

const KINDS: Readonly<Record<string, Kind>> = {
  parts: {
    extension: TEXT_FILE,
    advice: '请列入 pack.yaml 的“部分”，或删除',
    namesIn: ({ file }) => (file.value.parts ?? []).map((part) => part.file.replace(/^[^/]+\/parts\//u, '')),
  },
  partials: {
    extension: TEXT_FILE,
    advice: '没有文字插入它；请改正文件名，或在文字里写 {{> 名称}}，或删除',
    namesIn: (_, files) => files.flatMap(includedIn),
  },
  tables: {
    extension: ENTRY_FILE,
    advice: '请列入 pack.yaml 的“决算表”，或删除',
    namesIn: ({ file, uses }) => [
      ...(file.value.tables ?? []),
      ...[...uses.values()].map(({ value }) => value.use.replace(/^.*\//u, '')),
    ],
  },
  forms: {
    extension: ENTRY_FILE,
    advice: '请在 pack.yaml 的“自评表种类”里写作“格式”，或删除',
    namesIn: ({ file }) =>
      Object.values(file.value.formKinds ?? {}).flatMap((kind) =>
        kind === '无' ? [] : (kind.file?.replace(/\.yaml$/u, '') ?? []),
      ),
  },
};

/** The partials that a file includes, whatever else is wrong with it. */
const includedIn = remembered(({ bytes }: RawFile): readonly string[] =>
  [...new TextDecoder().decode(bytes).matchAll(/\{\{~?\s*>\s*([^\s}~]+)/gu)].map(([, name = '']) => name),
);

/**
 * Files of packs from which no pack takes anything: mostly one whose name was mistyped, so that what it should replace is
 * printed. Packs that cannot be read, and those that share something with them, are left alone.
 */
export function unusedFiles(packs: ReadonlyMap<string, ReadPack>): readonly Diagnostic[] {
  return [...packs].flatMap(([slug, { files, folder, madeOf }]) => {
    if (folder === undefined) return [];
    const near = [...packs].flatMap(([name, other]) =>
      madeOf.has(name) || other.madeOf.has(slug) ? [other] : [],
    );
    return [
      ...files.flatMap((file) => unread(slug, file)),
      ...Object.entries(KINDS).flatMap(([name, kind]) => {
        const named = namesIn(near, kind);
        return named === undefined
          ? []
          : files.flatMap((file) => unnamed(file, `templates/${slug}/${name}/`, kind, named));
      }),
    ];
  });
}

/** What packs name of a kind; undefined where one of them cannot tell. */
function namesIn(packs: readonly ReadPack[], kind: Kind): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { folder, files } of packs) {
    if (folder === undefined) return undefined;
    for (const name of kind.namesIn(folder, files)) names.add(name);
  }
  return names;
}

function unread(slug: string, { path, problem }: RawFile): readonly Diagnostic[] {
  const name = path.slice(`templates/${slug}/`.length);
  if (problem !== undefined || READ.test(name) || /(?:^|\/)\./u.test(name)) return [];
  const message =
    '模板包不读这个文件；文字放在 parts/、partials/ 下，文件名以“.md.hbs”结尾，表、只读的表、自评表和版式放在 tables/、sheets/、forms/、layouts/ 下，以“.yaml”结尾';
  return [warning('unexpected-file', message, { file: path, line: 1, column: 1 })];
}

function unnamed(
  { path }: RawFile,
  folder: string,
  { extension, advice }: Kind,
  named: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (!path.startsWith(folder) || !path.endsWith(extension)) return [];
  const name = path.slice(folder.length, -extension.length);
  if (name.includes('/') || named.has(name) || named.has(name + extension)) return [];
  const message = `没有模板包用这个文件${suggestion(name, [...named])}；${advice}`;
  return [warning('unused-file', message, { file: path, line: 1, column: 1 })];
}
