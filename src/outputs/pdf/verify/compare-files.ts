import { hashOf } from '../manifest/document-state.ts';
import { MANIFEST, type Manifest } from '../manifest/manifest.ts';
import type { Fault } from './compare-text.ts';

/** Holds the files that a PDF brings against what its list says of them. */
export function compareFiles(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): readonly Fault[] {
  const expected = new Map(Object.entries(manifest.files));
  const stated = [...expected].flatMap(([name, hash]): readonly Fault[] => {
    const bytes = files.get(name);
    if (bytes === undefined) return [{ message: `缺${called(name)}` }];
    return hashOf(bytes) === hash ? [] : [{ message: `${called(name)} 与生成时不一样` }];
  });
  const others = [...files.keys()].filter((name) => name !== MANIFEST && !expected.has(name));
  return [...stated, ...others.map((name) => ({ message: `多出附件 ${name}` }))];
}

/** The files of entries say what was published of how the document came about; the others are its data. */
function called(name: string): string {
  return `${name.endsWith('.yaml') ? '源文件' : '附件'} ${name}`;
}
