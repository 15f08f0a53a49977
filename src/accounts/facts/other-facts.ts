import { THREE_PUBLIC_ITEMS } from '../categories.ts';
import { fact, type Fact, type FactDetails } from './fact.ts';

type ThreePublicName = (typeof THREE_PUBLIC_ITEMS)[keyof typeof THREE_PUBLIC_ITEMS];

/** R74: people at the end of the year. */
export const STAFF = [
  fact('人员.在职人员', '人', '人'),
  fact('人员.离休人员', '人', '人'),
  fact('人员.退休人员', '人', '人'),
] as const;

/** T7: “三公”经费 by kind, as budgeted, as adjusted and as spent. */
export const THREE_PUBLIC = {
  年初预算数: threePublic('年初预算数', { required: 'within' }),
  全年预算数: threePublic('全年预算数', {}),
  决算数: threePublic('决算数', { signed: true }),
} as const;

function threePublic<const Block extends string>(
  block: Block,
  details: FactDetails,
): readonly Fact<`三公经费.${Block}.${ThreePublicName}`>[] {
  return Object.values(THREE_PUBLIC_ITEMS).map((item) =>
    fact(`三公经费.${block}.${item}`, '万元', '财政拨款安排的金额', {
      ...details,
      label: `“三公”经费${item}${block}`,
    }),
  );
}

/** What is counted beside T7. */
export const THREE_PUBLIC_COUNTS = [
  fact('三公经费.因公出国（境）团组数', '个', '个'),
  fact('三公经费.因公出国（境）人次', '人次', '人次'),
  fact('三公经费.公务用车购置数', '辆', '辆'),
  fact('三公经费.公务用车保有量', '辆', '辆'),
  fact('三公经费.国内公务接待批次', '批次', '批次'),
  fact('三公经费.国内公务接待人次', '人次', '人次'),
] as const;

/** R72: government procurement. */
export const PROCUREMENT = [
  fact('政府采购.货物', '万元', '政府采购货物支出', { label: '政府采购货物支出' }),
  fact('政府采购.工程', '万元', '政府采购工程支出', { label: '政府采购工程支出' }),
  fact('政府采购.服务', '万元', '政府采购服务支出', { label: '政府采购服务支出' }),
  fact('政府采购.授予中小企业合同金额', '万元', '其中授予中小企业'),
  fact('政府采购.授予小微企业合同金额', '万元', '其中授予小微企业'),
] as const;

/** R73: state assets at the end of the year. */
export const ASSETS = [
  fact('国有资产.固定资产原值', '万元', '年末数'),
  fact('国有资产.房屋价值', '万元', '年末数'),
  fact('国有资产.车辆价值', '万元', '年末数'),
  fact('国有资产.房屋面积', '平方米', '平方米'),
  fact('国有资产.车辆', '辆', '类别: 辆数，按批复表的类别和顺序', {
    keys: '名称',
    rowLabel: '',
    // The text speaks of them even where the accounts list none.
    fixedRows: ['其他用车'],
    total: { id: '国有资产.车辆数', label: '车辆' },
  }),
] as const;

/** R73: what is counted of them besides. */
export const EQUIPMENT = [
  fact('国有资产.单价100万元以上设备数', '台（套）', '单价 100 万元（含）以上设备（不含车辆），台（套）', {
    label: '单价100万元（含）以上设备',
  }),
] as const;
