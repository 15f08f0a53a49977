import { MONEY_COLUMNS, type FormKind } from '../../accounts/forms/form-kind.ts';
import { levelKey, levelList } from '../../accounts/forms/indicator-levels.ts';
import { TO_FILL } from '../../accounts/unfilled.ts';
import type { PackForm } from '../../pack/pack.ts';
import type { YamlMap, YamlValue } from '../../source/writer/value.ts';
import { newFile, type Block } from './blocks.ts';

/** A new self-evaluation form of a kind, as its pack lays it down, everything still to be filled in. */
export function blankEvaluation({ kind, scoring }: PackForm, head: readonly string[]): string {
  const { key, title, nameKey, money, executionPoints, indicators, linked } = kind;
  const entry = (
    has: boolean,
    name: string,
    value: YamlValue,
    ...notes: readonly string[]
  ): readonly Block[] => (has ? [{ notes, entry: [name, value] }] : []);
  return newFile(
    [...head, `# ${title}`, `类型: ${key}`],
    [
      ...entry(nameKey !== undefined, nameKey ?? '', TO_FILL, '主管部门、实施单位不写为本单位'),
      ...entry(linked, '链接', TO_FILL, '公开的网址；没有网址的，写在哪里可以看到'),
      ...entry(money !== undefined, '金额单位', TO_FILL, '元或万元'),
      ...entry(money !== undefined, '资金', moneyRows(kind), ...moneyNotes(kind)),
      ...entry(executionPoints, '执行得分', TO_FILL, `“${money?.total ?? ''}”一行的得分`),
      ...entry(
        indicators !== undefined,
        '年度总体目标',
        new Map([
          ['预期目标', TO_FILL],
          ['实际完成情况', TO_FILL],
        ]),
      ),
      ...entry(
        indicators !== undefined,
        '指标',
        indicators === undefined ? [] : levels(indicators, 1, scoring.requiredLevels),
        '照表增删；指标值、完成值加引号，如 ">=90%"、"=4次/年"、"提高"',
      ),
    ],
  );
}

const AMOUNTS: YamlMap = new Map(Object.values(MONEY_COLUMNS).map((column) => [column, TO_FILL]));

function moneyRows({ money }: FormKind): YamlValue {
  if (money?.rows === undefined) return [new Map([['来源', TO_FILL], ...AMOUNTS])];
  return new Map(money.rows.filter(({ optional }) => !optional).map(({ name }) => [name, AMOUNTS]));
}

/** What is worked out, and which rows a form may have besides. */
function moneyNotes({ money }: FormKind): readonly string[] {
  if (money === undefined) return [];
  const optional = (money.rows ?? []).flatMap((row) => (row.optional ? [row.name] : []));
  return [
    `“${money.total}”由程序算出，不写${money.rows === undefined ? '；一个来源一组' : ''}`,
    ...(optional.length === 0 ? [] : [`有的还可以写：${optional.join('、')}`]),
  ];
}

/** One entry of each level; of the first, one for each that the pack requires. */
function levels(
  laidDown: NonNullable<FormKind['indicators']>,
  level: number,
  required: readonly string[],
): readonly YamlValue[] {
  const key = levelKey(level);
  if (level === laidDown.levels)
    return [new Map([key, '指标值', '完成值', '分值', '得分'].map((one) => [one, TO_FILL]))];
  const names = level === 1 && required.length > 0 ? required : [TO_FILL];
  return names.map(
    (name): YamlMap =>
      new Map<string, YamlValue>([
        [key, name],
        [levelList(level + 1), levels(laidDown, level + 1, required)],
      ]),
  );
}
