import type { FormKind, FormMoney } from '../accounts/forms/form-kind.ts';
import { remembered } from '../source/remembered.ts';
import type { FormKindFile } from './form-kind-schema.ts';
import type { PackFolder } from './pack-folder.ts';

/** A kind of forms with what its pack wrote of it, and the pack. */
export interface OwnedFormKind {
  readonly kind: FormKind;
  readonly written: FormKindFile;
  readonly owner: PackFolder;
}

/** Whether a pack says something of its kinds that cannot be read; it has been reported where it stands. */
export function hasUnreadForms({ file: { value, document } }: PackFolder): boolean {
  const { root } = document;
  return value.formKinds === undefined && root.kind === 'mapping' && root.entries.has('自评表种类');
}

/**
 * The kinds of forms of a pack: those that it inherits, then its own, which replace those of the same name; none where it
 * writes `{}`. Undefined where no pack of the line says anything of forms.
 */
export function formKindsOf(line: readonly PackFolder[]): readonly OwnedFormKind[] | undefined {
  const saying = line.filter(({ file }) => file.value.formKinds !== undefined);
  if (saying.length === 0) return undefined;
  const kinds = new Map<string, OwnedFormKind>();
  for (const owner of saying.toReversed()) {
    const own = ownKinds(owner);
    if (own.size === 0) kinds.clear();
    for (const [key, kind] of own) {
      if (kind === undefined) kinds.delete(key);
      else kinds.set(key, kind);
    }
  }
  return [...kinds.values()];
}

/** What a pack's own file says of kinds, undefined for those that it does away with; the same ones each time. */
const ownKinds = remembered(
  (owner: PackFolder): ReadonlyMap<string, OwnedFormKind | undefined> =>
    new Map(
      Object.entries(owner.file.value.formKinds ?? {}).map(([key, written]) => [
        key,
        written === '无' ? undefined : { kind: formKind(key, written), written, owner },
      ]),
    ),
);

/** The kinds of a pack that may have mistakes elsewhere; undefined where what is said of them cannot be read. */
export function inheritedFormKinds(
  folder: PackFolder,
  folders: ReadonlyMap<string, PackFolder | undefined>,
): readonly FormKind[] | undefined {
  const line: PackFolder[] = [];
  for (let at: PackFolder | undefined = folder; !line.includes(at);) {
    line.push(at);
    const parent: string | undefined = at.file.value.extends;
    if (parent === undefined) break;
    at = folders.get(parent);
    if (at === undefined) return undefined;
  }
  return line.some(hasUnreadForms) ? undefined : formKindsOf(line)?.map(({ kind }) => kind);
}

const COUNTS = { 一张: 'one', 每个项目一张: 'per-project', 不限: 'any' } as const;

function formKind(key: string, kind: FormKindFile): FormKind {
  const called = kind.called ?? `${key}自评表`;
  const count = COUNTS[kind.count];
  return {
    key,
    called,
    title: kind.title ?? called,
    expenditure: kind.expenditure ?? `${key}支出`,
    count,
    nameKey: kind.nameKey ?? (count === 'one' ? undefined : '项目名称'),
    money: kind.money && formMoney(kind.money),
    executionPoints: kind.executionPoints !== undefined,
    indicators: kind.indicators && {
      levels: Number(kind.indicators.levels),
      columns: kind.indicators.columns,
    },
    linked: kind.link !== undefined,
    outturn: kind.outturn,
  };
}

function formMoney({ total, rows, fiscalWords }: NonNullable<FormKindFile['money']>): FormMoney {
  return {
    total,
    rows: rows?.map(({ name, nature, optional }) => ({ name, nature, optional: optional !== undefined })),
    fiscalWords,
  };
}
