import { Exact } from '../../accounts/decimal.ts';
import { pathInYear } from '../../accounts/unit-in-year.ts';
import type { Entry } from '../figure.ts';
import type { FigureContext } from './context.ts';

/** The year itself: `年度`. */
export function defineYear({ definitions, year, ledger: { document } }: FigureContext): void {
  const value = new Exact(year.accounts.value.year);
  definitions.count('年度', '决算年度', '年', { document, path: ['年度'] }, value);
}

/** All people (R74) and the offices: `人员.实有人数`, `机构.下设处室数`. */
export function deriveBody({ definitions, unit, year }: FigureContext): void {
  const { narrative } = year;
  const staff = ['人员.在职人员', '人员.离休人员', '人员.退休人员'];
  definitions.sum('人员.实有人数', '实有人数', staff, '人');
  const items = (listed: Entry, { length }: readonly string[]): readonly Entry[] =>
    Array.from({ length }, (_, index) => ({ ...listed, path: [...listed.path, index] }));
  const offices = { document: narrative.document, path: ['下设处室'] };
  definitions.counted('机构.下设处室数', '下设处室', '个', items(offices, narrative.value.offices));
  const subordinates = {
    document: year.unitDocument,
    path: pathInYear(unit, 'subordinates', year.accounts.value.year),
  };
  definitions.counted('机构.下属单位数', '下属预算单位', '个', items(subordinates, year.unit.subordinates));
}

/** All procurement (R72) with the shares of small firms: `政府采购.总额`, `政府采购.授予中小企业合同金额.占比`. */
export function deriveProcurement({ definitions }: FigureContext): void {
  definitions.sum('政府采购.总额', '政府采购支出总额', ['政府采购.货物', '政府采购.工程', '政府采购.服务']);
  for (const name of ['授予中小企业合同金额', '授予小微企业合同金额']) {
    definitions.percentage(
      `政府采购.${name}.占比`,
      `${name}占政府采购支出总额`,
      `政府采购.${name}`,
      '政府采购.总额',
    );
  }
}

/** Vehicles as assets against vehicles held (R73). */
export function deriveVehicles({ definitions }: FigureContext): void {
  definitions.difference(
    '国有资产.车辆数.与保有量差异',
    '固定资产车辆与公务用车保有量之差',
    ['国有资产.车辆数', '三公经费.公务用车保有量'],
    '辆',
  );
}
