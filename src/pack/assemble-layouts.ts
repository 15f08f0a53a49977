import { suggestion } from '../accounts/suggestion.ts';
import { error } from '../source/diagnostic.ts';
import { placeOfValue } from '../source/yaml.ts';
import type { Assembly } from './assembly.ts';
import type { Pack } from './pack.ts';

/** The pack whose layouts those have that state none and inherit none. */
export const COMMON_PACK = 'ministry-2024';

/** The layouts of the print, and which of them the pack's booklets have; undefined where that is missing or faulty. */
export function assembleLayouts(assembly: Assembly): Pick<Pack, 'layout' | 'layouts'> | undefined {
  const common = assembly.folders.get(COMMON_PACK);
  const stated = assembly.entry('layout');
  const name = stated?.value ?? common?.file.value.layout;
  if (name === undefined) {
    assembly.missing('版式');
    return undefined;
  }
  const layouts = new Map(
    [...(common ? [common] : []), ...assembly.line.toReversed()].flatMap((owner) => [...owner.layouts]),
  );
  if (!layouts.has(name) && stated !== undefined) {
    const message = `没有 layouts/${name}.yaml${suggestion(name, [...layouts.keys()])}；请补上这个文件，或改正“版式”`;
    const place = placeOfValue(stated.owner.file.document, ['版式']);
    assembly.diagnostics.push(error('missing-file', message, place));
  }
  const readable = [...layouts].flatMap(([key, read]) =>
    read === undefined ? [] : [[key, read.value] as const],
  );
  const usable = new Map(readable);
  return usable.has(name) ? { layout: name, layouts: usable } : undefined;
}
