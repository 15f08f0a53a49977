import type { RawFile } from '../../src/source/source-file.ts';

const MODEL = 'content/units/demo-bureau/';
const MODEL_NAME = '示例市政务服务局';

/** All invented; the characters only have to be as various as those of real names. */
const REGIONS = [
  ...['东山', '南湖', '西林', '北原', '金河', '玉泉', '青峰', '白石', '红柳', '云台', '长岭', '大渡', '新桥'],
  ...['古城', '龙门', '凤池', '清溪', '平阳', '安定', '永宁', '丰乐', '和顺', '高台', '临江', '望海', '松岭'],
];
const AGENCIES = [
  ...['政务服务', '财政', '教育', '卫生健康', '民政', '司法', '农业农村', '水务', '交通运输', '自然资源'],
  ...['生态环境', '住房和城乡建设', '文化和旅游', '退役军人事务', '应急管理', '审计', '统计', '医疗保障'],
  ...['市场监督管理', '人力资源和社会保障'],
];
const MATTERS = [
  ...[
    '老旧设备更新',
    '窗口人员调整',
    '系统迁移',
    '办公用房维修',
    '集中采购延后',
    '合同尾款支付',
    '公务用车报废',
  ],
  ...['干部轮训', '档案数字化', '热线座席扩充', '临时救助提标', '防汛物资储备', '乡镇站点改造', '校园安保'],
  ...['疫苗冷链维护', '河道清淤', '村道养护', '普查补助', '展会延期', '信访化解', '消防整改', '节能改造'],
];

/**
 * Copies of the demonstration unit under invented names, with amounts and reasons of their own: they are alike as
 * booklets from one template are alike, and free of errors. What an indicator says of money is not theirs.
 *
 * @param all the project's input
 * @param count how many units; each has as many years as the demonstration unit
 */
export function generatedUnits(all: readonly RawFile[], count: number): readonly RawFile[] {
  const shared = all.filter((file) => !file.path.startsWith('content/units/'));
  const model = all.filter((file) => file.path.startsWith(MODEL));
  const copies = Array.from({ length: count }, (_, unit) => model.map((file) => copy(file, unit)));
  return [...shared, ...copies.flat()];
}

/** The name of a generated unit. */
export function generatedName(unit: number): string {
  return `${regionOf(unit)}${pick(AGENCIES, unit)}局`;
}

function regionOf(unit: number): string {
  const round = Math.floor(unit / (REGIONS.length * AGENCIES.length));
  return `示例${pick(REGIONS, Math.floor(unit / AGENCIES.length))}${pick(['市', '县', '区', '州'], round)}`;
}

function copy({ path, bytes }: RawFile, unit: number): RawFile {
  let at = 0;
  const text = new TextDecoder()
    .decode(bytes)
    .replaceAll(MODEL_NAME, generatedName(unit))
    .replaceAll('示例市', regionOf(unit))
    .replaceAll(/\d{4,}\.\d\d/g, (amount) => multiplied(amount, unit))
    .replaceAll(/^( {2}[^\s:]+\.[^:]+: [^\d\s"'-].{8,}|项目名称: [^"'\n]+)$/gm, (line) => {
      at += 1;
      return `${line}（${matter(unit, at)}）`;
    });
  // What a sentence quotes of an amount would be rounded otherwise.
  const unquoted = path.endsWith('narrative.yaml') ? text.replaceAll(/\d[\d.]*万元/g, '若干') : text;
  const name = `unit-${String(unit).padStart(4, '0')}`;
  return { path: path.replace(MODEL, `content/units/${name}/`), bytes: new TextEncoder().encode(unquoted) };
}

/** By a whole number, so that sums and what is one fact in several files stay what they are. */
function multiplied(amount: string, unit: number): string {
  const cents = BigInt(amount.replace('.', '')) * BigInt(1 + ((unit * 7919) % 97));
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}

function matter(unit: number, line: number): string {
  return `${pick(MATTERS, unit * 5 + line * 3)}、${pick(MATTERS, unit * 11 + line * 7 + 1)}`;
}

function pick(words: readonly string[], index: number): string {
  return words[index % words.length] ?? '';
}
