import { suggestion } from '../../accounts/suggestion.ts';
import { packDiagnostics } from '../../compile/pack-diagnostics.ts';
import { inTodaysForm } from '../../migrate/in-todays-form.ts';
import { loadPacks, madeOf, type LoadedPacks } from '../../pack/load-packs.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import type { RawFile } from '../../source/source-file.ts';
import { WrongCommand } from '../wrong-command.ts';

/** Reads the packs of a project, those of an older form as they read today. */
export function readPacks(files: readonly RawFile[]): LoadedPacks {
  const today = inTodaysForm(files.filter(({ path }) => path.startsWith('templates/')));
  const packs = loadPacks(today.files);
  return { ...packs, diagnostics: [...today.older, ...packs.diagnostics] };
}

/** Reads the packs of a project; it must have some. */
export function openPacks(files: readonly RawFile[]): LoadedPacks {
  const packs = readPacks(files);
  if (packs.folders.size === 0)
    throw new WrongCommand(
      '没有找到 templates/ 下的模板包；请在项目文件夹里运行，或用 --root 指明项目文件夹',
    );
  return packs;
}

/** Refuses a pack that there is no folder of. */
export function mustExist(name: string, { folders }: LoadedPacks): void {
  if (folders.has(name)) return;
  throw new WrongCommand(
    `没有模板包“${name}”，模板包是 templates/ 下的文件夹名${suggestion(name, [...folders])}`,
  );
}

/** What is wrong in a pack and in those that it is made of. */
export function findingsIn(name: string, packs: LoadedPacks): readonly Diagnostic[] {
  const needed = madeOf(name, packs);
  return packDiagnostics(packs, needed).filter(({ place }) =>
    needed.has(/^templates\/([^/]+)\//.exec(place.file)?.[1] ?? ''),
  );
}
