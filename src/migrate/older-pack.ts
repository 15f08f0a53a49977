import type { YamlDocument } from '../source/yaml.ts';
import { entriesOf } from '../source/writer/value.ts';
import type { OtherFiles } from './step.ts';

/** The kinds of self-evaluation forms: every pack that inherits from none has had to state them since 0.1.0. */
export const FORM_KINDS = '自评表种类';

/** The folder of the pack that a file belongs to, with a slash behind it. */
export function packFolderOf({ source }: YamlDocument): string {
  return `${source.path.split('/').slice(0, 2).join('/')}/`;
}

/** The layouts that every pack that inherits from none had to have. */
const LAYOUTS = ['forms/overall.yaml', 'forms/project.yaml'] as const;

/**
 * Whether a pack.yaml is that of a whole pack of before 0.1.0. By this, older packs are known where a file of today's form
 * may look the same.
 */
export function isOlderPack(pack: YamlDocument, others: OtherFiles): boolean {
  const entries = entriesOf(pack.root);
  if (entries.has('继承') || entries.has(FORM_KINDS)) return false;
  return entries.has('部分') && LAYOUTS.every((layout) => others.has(packFolderOf(pack) + layout));
}

/** Whether the pack of a file, or the one that it inherits from in the end, is of before 0.1.0. */
export function isInOlderPack(document: YamlDocument, others: OtherFiles): boolean {
  const seen = new Set<string>();
  let folder = packFolderOf(document);
  while (!seen.has(folder)) {
    seen.add(folder);
    const pack = others.document(`${folder}pack.yaml`);
    if (pack === undefined) return false;
    const base = entriesOf(pack.root).get('继承');
    if (typeof base !== 'string') return isOlderPack(pack, others);
    folder = `templates/${base}/`;
  }
  return false;
}
