import type { Pack } from '../../pack/pack.ts';
import { lineOf } from './stated.ts';

/** Folders of a pack with what their files are. */
const KINDS: readonly (readonly [start: string, about: string])[] = [
  ['parts/', '各部分的文字'],
  ['partials/', '几处共用的文字'],
  ['tables/', '决算表'],
  ['sheets/', '只读不印的表'],
  ['forms/', '绩效自评表'],
  ['glossary.yaml', '名词解释'],
];

/** Comments that say which files a new pack may have of its own, and which it uses now. */
export function fileLines(base: Pack): readonly string[] {
  const files = filesOf(base);
  const line = lineOf(base);
  const ofOthers = [...files.values()].some((path) => !line.includes(path.split('/')[1] ?? ''));
  return [
    '## 文字和表格各是一个文件，没有的照所继承的；要改哪一个，复制到本文件夹的同一位置再改。现在用的是：',
    ...KINDS.flatMap(([start, about]) => [
      `##   ${about}`,
      ...[...files].filter(([name]) => name.startsWith(start)).map(([, path]) => `##     ${path}`),
    ]),
    ...(ofOthers ? ['## 其中别的模板包的文件，复制以后还要把“部分”里的“模板”改为本文件夹的文件名。'] : []),
  ];
}

/** The files that a pack is made of, by what they are called in its folder: of each name the nearest. */
function filesOf(base: Pack): ReadonlyMap<string, string> {
  const texts = base.parts.flatMap(({ template }) => [template.source, ...template.included]);
  const sources = [...texts, ...base.documents.map(({ source }) => source)];
  const files = new Map<string, string>();
  for (const { path } of sources) {
    const name = path.split('/').slice(2).join('/');
    if (!files.has(name)) files.set(name, path);
  }
  return files;
}
