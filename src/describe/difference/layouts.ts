import type { Pack } from '../../pack/pack.ts';
import { compareMembers, sharedKeys } from './members.ts';
import { both, type Pair, type Slugs } from './pair.ts';

/** Which layouts only one of two packs has, and which are not the same. */
export function compareLayouts(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const layouts = both(packs, (pack) => pack.layouts);
  const titles = both(layouts, (all) => new Map([...all.keys()].map((name) => [name, name])));
  const differ = sharedKeys(layouts).filter(
    (name) => JSON.stringify(layouts.a.get(name)) !== JSON.stringify(layouts.b.get(name)),
  );
  return [
    ...compareMembers({ about: '版式', measure: '种', titles }, slugs),
    ...differ.map((name) => `版式“${name}”的字号或边距：${slugs.a} 与 ${slugs.b} 不同`),
  ];
}
