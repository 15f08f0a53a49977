import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfValue } from '../source/yaml.ts';
import type { PackFolder } from './pack-folder.ts';

/** The folder itself, then what it extends, nearest first; undefined where that leads nowhere or round in a circle. */
export function lineage(
  folder: PackFolder,
  folders: ReadonlyMap<string, PackFolder | undefined>,
  diagnostics: Diagnostic[],
): readonly PackFolder[] | undefined {
  const line = [folder];
  for (let current = folder; current.file.value.extends !== undefined;) {
    const { value, document } = current.file;
    const parent = folders.get(value.extends ?? '');
    const place = placeOfValue(document, ['继承']);
    if (parent === undefined) {
      // A pack that exists but cannot be read has been reported where it is broken.
      if (folders.has(value.extends ?? '')) return undefined;
      diagnostics.push(
        error('unknown-pack', `没有模板包“${value.extends}”；请检查 templates/ 下的文件夹名`, place),
      );
      return undefined;
    }
    if (line.includes(parent)) {
      // Each pack of a circle finds it; the one that closes it on itself reports it.
      if (parent === folder)
        diagnostics.push(
          error('pack-cycle', `模板包“${folder.slug}”绕一圈继承了自己；请去掉其中一处“继承”`, place),
        );
      return undefined;
    }
    line.push(parent);
    current = parent;
  }
  return line;
}
