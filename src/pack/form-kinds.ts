import type { FormKind, FormMoney, PackData } from '../accounts/forms/form-kind.ts';
import { remembered } from '../source/remembered.ts';
import type { FormKindFile } from './form-kind-schema.ts';
import type { PackFolder } from './pack-folder.ts';

/** The nearest pack of a line that says which kinds of forms there are. */
export function ownerOfFormKinds(line: readonly PackFolder[]): PackFolder | undefined {
  return line.find(({ file }) => file.value.formKinds !== undefined);
}

/** The kinds of forms that a pack's own file lays down, in its order; the same ones each time they are asked for. */
export const formKindsOf = remembered(({ file }: PackFolder): readonly FormKind[] =>
  Object.entries(file.value.formKinds ?? {}).map(([key, kind]) => formKind(key, kind)),
);

/** The kinds of a pack that may have mistakes elsewhere, or that inherits them. */
export function inheritedFormKinds(
  folder: PackFolder,
  folders: ReadonlyMap<string, PackFolder | undefined>,
): readonly FormKind[] {
  const seen = new Set<PackFolder>();
  for (let at: PackFolder | undefined = folder; at !== undefined && !seen.has(at);) {
    if (at.file.value.formKinds !== undefined) return formKindsOf(at);
    seen.add(at);
    at = folders.get(at.file.value.extends ?? '');
  }
  return [];
}

/** The kinds of all packs, each once: packs that inherit kinds have the same ones. */
export function formKindsOfAll({ formKinds }: PackData): readonly FormKind[] {
  return [...new Set([...formKinds.values()].flat())];
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
      levels: ({ 1: 1, 2: 2, 3: 3 } as const)[kind.indicators.levels],
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
