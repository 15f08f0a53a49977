import { posix } from 'node:path';
import type { FormKind } from '../../../accounts/forms/form-kind.ts';
import { formFileName } from '../../../accounts/forms/form-file-name.ts';
import { isZero } from '../../../figures/value.ts';
import { excuseFor, excusesOf } from '../../../pack/declared-states.ts';
import type { Pack } from '../../../pack/pack.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { amountsIn } from '../../amounts.ts';
import { placeOfFigure } from '../../figure-places.ts';

/** Where money was spent there is a form, if the pack asks for one and no declared state excuses it. */
export const missingForm: Check = {
  rule: 'missing-form',
  numbers: ['R76'],
  source: '整体支出和项目支出都作绩效自评；模板包的“必有”规定什么时候要有',
  summary: '有支出的应有绩效自评表：整体的、项目的',
  run: (subject) => {
    const { pack, year } = subject;
    if (pack === undefined) return [];
    return pack.forms
      .filter(({ kind }) => !year.evaluations.some(({ value }) => value.kind.key === kind.key))
      .flatMap(({ kind }) => missing(subject, pack, kind));
  },
};

function missing({ figures, year }: CheckSubject, pack: Pack, kind: FormKind): readonly Diagnostic[] {
  const id = pack.required.forms[kind.key];
  const figure = id === undefined ? undefined : figures.find(id);
  if (figure === undefined || isZero(figure.value)) return [];
  if (excuseFor(kind.called, pack, year.accounts) !== undefined) return [];
  const { document, value } = year.accounts;
  const file = `${posix.dirname(document.source.path)}/performance/${formFileName(kind, pack.forms, 1)}`;
  const states = excusesOf(kind.called, pack);
  const excuse = states === '' ? '' : `；${states}的，改在 accounts.yaml 的“情形”下申明`;
  const spent = amountsIn(value.moneyUnit).value(figure.value, figure.unit);
  const each = kind.count === 'per-project' ? '，一个项目一张' : '';
  const message = `“${figure.label}”为 ${spent}，没有${kind.title}；请新建 ${file}（类型: ${kind.key}）${each}${excuse}`;
  const place = placeOfFigure(figure, figures) ?? document.source.placeAt(0);
  return [error('missing-form', message, place)];
}
