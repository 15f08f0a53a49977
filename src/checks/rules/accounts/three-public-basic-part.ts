import { THREE_PUBLIC_ITEMS } from '../../../accounts/categories.ts';
import { isZero, known } from '../../../figures/value.ts';
import { ZERO } from '../../../accounts/decimal.ts';
import { note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFigure, relatedFigure } from '../../figure-places.ts';
import { excessOf, isPositive } from '../../relations.ts';

/** Economic items of basic expenditure that are part of an item of “三公”经费. */
const PARTS = [
  { code: '30212', item: THREE_PUBLIC_ITEMS.overseasVisits, number: 'R52' },
  { code: '30217', item: THREE_PUBLIC_ITEMS.hospitality, number: 'R53' },
  { code: '30231', item: THREE_PUBLIC_ITEMS.vehicleOperation, number: 'R54' },
  { code: '31013', item: THREE_PUBLIC_ITEMS.vehiclePurchase, number: 'R55' },
] as const;

/** “三公”经费 counts basic and project money, so the basic part cannot exceed it; where it is nil, all is project money. */
export const threePublicBasicPart: Check = {
  rule: 'three-public-basic-part',
  numbers: PARTS.map(({ number }) => number),
  source: '“三公”经费支出含基本支出和项目支出，基本支出决算明细表中的同名科目是其中的一部分',
  summary: '基本支出中的出国、接待、用车科目不应大于“三公”经费的同一项',
  run: (subject) => PARTS.flatMap((part) => checkPart(subject, part)),
};

function checkPart(
  { figures, year }: CheckSubject,
  { code, item, number }: (typeof PARTS)[number],
): readonly Diagnostic[] {
  const whole = figures.get(`三公经费.决算数.${item}`);
  const basic = figures.find(`基本支出.${code}`);
  const part = basic?.value ?? known(ZERO);
  const excess = excessOf(part, whole.value);
  const amounts = amountsIn(year.accounts.value.moneyUnit);
  const place = placeOfFigure(basic !== undefined && excess !== undefined ? basic : whole, figures);
  if (place === undefined) return [];
  if (basic !== undefined && excess !== undefined) {
    const message = `“${basic.label}”为 ${amounts.value(part)}，应不大于“三公”经费的${item} ${amounts.value(whole.value)}（${number}），多 ${amounts.difference(excess)}；请核对两处`;
    return [
      warning(
        'three-public-basic-part',
        message,
        place,
        relatedFigure(`“三公”经费的${item}在这里`, whole, figures),
      ),
    ];
  }
  if (!isPositive(whole.value) || !isZero(part)) return [];
  const message = `“三公”经费的${item}为 ${amounts.value(whole.value)}，基本支出中没有科目 ${code}：全部由项目支出安排的，基本支出的说明不列这一科目，无需处理`;
  return [note('three-public-basic-part', message, place)];
}
