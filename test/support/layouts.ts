import type { PageLayout } from '../../src/pack/page-layout-schema.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';
import { realFiles } from './project.ts';

const { packs } = loadPacks(await realFiles());

/** A layout that comes with the program, as the common pack has it. */
export function shippedLayout(name: '书刊' | '公文'): PageLayout {
  const layout = packs.get('ministry-2024')?.layouts.get(name);
  if (layout === undefined) throw new Error(`no layout ${name}`);
  return layout;
}
