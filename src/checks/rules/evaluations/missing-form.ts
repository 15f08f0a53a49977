import { posix } from 'node:path';
import { isZero } from '../../../figures/value.ts';
import { excuseFor, excusesOf } from '../../../pack/declared-states.ts';
import type { Pack } from '../../../pack/pack.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { amountsIn } from '../../amounts.ts';
import { placeOfFigure } from '../../figure-places.ts';
import { overallForms, projectForms } from '../../forms/forms.ts';

/** Where money was spent there is a form, if the pack asks for one and no declared state excuses it. */
export const missingForm: Check = {
  rule: 'missing-form',
  numbers: ['R76'],
  source: '整体支出和项目支出都作绩效自评；模板包的“必有”规定什么时候要有',
  summary: '有支出的应有绩效自评表：整体的、项目的',
  run: (subject) => {
    const { pack, year } = subject;
    if (pack === undefined) return [];
    const { overall, project } = pack.required.forms;
    return [
      ...(overallForms(year).length > 0 ? [] : missing(subject, pack, '整体', overall)),
      ...(projectForms(year).length > 0 ? [] : missing(subject, pack, '项目', project)),
    ];
  },
};

const FILES = { 整体: 'overall.yaml', 项目: 'project-1.yaml' } as const;

function missing(
  { figures, year }: CheckSubject,
  pack: Pack,
  kind: keyof typeof FILES,
  id: string | undefined,
): readonly Diagnostic[] {
  const figure = id === undefined ? undefined : figures.find(id);
  const content = `${kind}自评表` as const;
  if (figure === undefined || isZero(figure.value)) return [];
  if (excuseFor(content, pack, year.accounts) !== undefined) return [];
  const { document, value } = year.accounts;
  const file = `${posix.dirname(document.source.path)}/performance/${FILES[kind]}`;
  const states = excusesOf(content, pack);
  const excuse = states === '' ? '' : `；${states}的，改在 accounts.yaml 的“情形”下申明`;
  const spent = amountsIn(value.moneyUnit).value(figure.value, figure.unit);
  const each = kind === '项目' ? '，一个项目一张' : '';
  const message = `“${figure.label}”为 ${spent}，没有${kind}支出绩效自评表；请新建 ${file}（类型: ${kind}）${each}${excuse}`;
  const place = placeOfFigure(figure, figures) ?? document.source.placeAt(0);
  return [error('missing-form', message, place)];
}
