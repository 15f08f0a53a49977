import { expect, it } from 'vitest';
import { formFileName } from '../../src/accounts/forms/form-file-name.ts';
import type { FormKind } from '../../src/accounts/forms/form-kind.ts';

function kinds(...counts: readonly (readonly [key: string, count: FormKind['count']])[]) {
  return counts.map(([key, count]) => ({ kind: { key, count } as FormKind }));
}

it('no two kinds of forms are told to be written in one file', () => {
  const all = kinds(
    ['整体', 'one'],
    ['项目', 'per-project'],
    ['部门评价', 'one'],
    ['重点项目', 'per-project'],
    ['其他', 'any'],
  );
  expect(all.map(({ kind }) => formFileName(kind, all, 1))).toEqual([
    'overall.yaml',
    'project-1.yaml',
    '部门评价-1.yaml',
    '重点项目-1.yaml',
    '其他-1.yaml',
  ]);
  expect(all[1] && formFileName(all[1].kind, all, 12)).toBe('project-12.yaml');
});
