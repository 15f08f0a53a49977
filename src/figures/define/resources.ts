import { Exact, ZERO } from '../../accounts/decimal.ts';
import type { Disclosed } from '../../accounts/disclosed.ts';
import { pathInYear } from '../../accounts/unit-in-year.ts';
import { known } from '../value.ts';
import type { FigureContext } from './context.ts';

/** The year itself, staff (R74) and offices. Ids `年度`, `人员.实有人数`, `机构.下设处室数`. */
export function defineBody({ definitions, unit, year, ledger }: FigureContext): void {
  const { accounts, narrative } = year;
  const { document } = ledger;
  definitions.reported(
    '年度',
    '决算年度',
    '年',
    { document, path: ['年度'] },
    known(new Exact(accounts.value.year)),
  );
  const { active, retiredVeterans, retired } = accounts.value.staff;
  const staff: Readonly<Record<string, Disclosed<Exact>>> = {
    在职人员: active,
    离休人员: retiredVeterans,
    退休人员: retired,
  };
  for (const [name, value] of Object.entries(staff)) {
    definitions.count(`人员.${name}`, name, '人', { document, path: ['人员', name] }, value);
  }
  definitions.sum(
    '人员.实有人数',
    '实有人数',
    Object.keys(staff).map((name) => `人员.${name}`),
    '人',
  );
  definitions.count(
    '机构.下设处室数',
    '下设处室',
    '个',
    { document: narrative.document, path: ['下设处室'] },
    new Exact(narrative.value.offices.length),
  );
  definitions.count(
    '机构.下属单位数',
    '下属预算单位',
    '个',
    { document: year.unitDocument, path: pathInYear(unit, 'subordinates', year.year) },
    new Exact(year.unit.subordinates.length),
  );
}

/** Government procurement (R72) with the shares of small firms: `政府采购.总额`, `政府采购.授予中小企业合同金额.占比`. */
export function defineProcurement({ definitions, year, ledger }: FigureContext): void {
  const { procurement } = year.accounts.value;
  const amounts: Readonly<Record<string, Disclosed<Exact>>> = {
    货物: procurement.goods,
    工程: procurement.works,
    服务: procurement.services,
    授予中小企业合同金额: procurement.sme,
    授予小微企业合同金额: procurement.microSmall,
  };
  for (const [name, value] of Object.entries(amounts)) {
    definitions.amount(`政府采购.${name}`, `政府采购${name}`, ledger, ['政府采购', name], value);
  }
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

/** State assets (R73): `国有资产.固定资产原值`, `国有资产.车辆.<kind>`, `国有资产.车辆数`. */
export function defineStateAssets(context: FigureContext): void {
  const { definitions, year, ledger } = context;
  const { stateAssets } = year.accounts.value;
  const { document } = ledger;
  const amounts: Readonly<Record<string, Disclosed<Exact>>> = {
    固定资产原值: stateAssets.fixedAssetsAtCost,
    房屋价值: stateAssets.buildingsValue,
    车辆价值: stateAssets.vehiclesValue,
  };
  for (const [name, value] of Object.entries(amounts)) {
    definitions.amount(`国有资产.${name}`, name, ledger, ['国有资产', name], value);
  }
  const floor = { document, path: ['国有资产', '房屋面积'] };
  definitions.count('国有资产.房屋面积', '房屋面积', '平方米', floor, stateAssets.floorSpace);
  defineVehicles(context);
  const equipment = { document, path: ['国有资产', '单价100万元以上设备数'] };
  definitions.count(
    '国有资产.单价100万元以上设备数',
    '单价100万元（含）以上设备',
    '台（套）',
    equipment,
    stateAssets.majorEquipment,
  );
}

function defineVehicles({ definitions, year, ledger: { document } }: FigureContext): void {
  const { vehicles } = year.accounts.value.stateAssets;
  for (const [kind, value] of Object.entries(vehicles)) {
    const entry = { document, path: ['国有资产', '车辆', kind] };
    definitions.count(`国有资产.车辆.${kind}`, kind, '辆', entry, value);
  }
  const kinds = Object.keys(vehicles);
  if (!kinds.includes('其他用车')) {
    const entry = { document, path: ['国有资产', '车辆'] };
    definitions.count('国有资产.车辆.其他用车', '其他用车', '辆', entry, ZERO);
  }
  definitions.sum(
    '国有资产.车辆数',
    '车辆',
    kinds.map((kind) => `国有资产.车辆.${kind}`),
    '辆',
  );
  definitions.difference(
    '国有资产.车辆数.与保有量差异',
    '固定资产车辆与公务用车保有量之差',
    '国有资产.车辆数',
    '三公经费.公务用车保有量',
    '辆',
  );
}
