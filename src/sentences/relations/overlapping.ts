/** Ways of dividing people and money, of which parts may overlap: 党员 and 女职工, 授予中小企业 and 货物. */
const DIVISIONS: readonly RegExp[] = [
  /女|男/u,
  /党员|团员/u,
  /岁/u,
  /学历|本科|研究生|博士|硕士|大专/u,
  /高级|中级|初级|职称/u,
  /授予|(?:中小微?|小微|小型|民营|国有)企业/u,
  /财政拨款|一般公共预算|政府性基金|国有资本/u,
  /民族|残疾/u,
  /规上|限上|规模以上/u,
  /高新|专精特新|科技型/u,
];
const NESTED = /(?<!级及?)以[上下]|以内|日内|重点|同时|累计/u;

/** Whether parts of these names may have members in common. */
export function mayOverlap(names: readonly string[]): boolean {
  if (names.some((name) => NESTED.test(name))) return true;
  const divisions = names.map((name) => DIVISIONS.findIndex((pattern) => pattern.test(name)));
  return new Set(divisions).size > 1;
}

/** 亿元以上 18 个、10 亿元以上 5 个: one holds the other. */
export function areNested(names: readonly string[]): boolean {
  return names.filter((name) => /(?<!级及?)以上$/u.test(name)).length > 1;
}
