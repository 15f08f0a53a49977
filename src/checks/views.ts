/** A reconciliation rule that no input can violate, because both sides are views of the same figure. */
export interface View {
  /** Number of the rule, e.g. `R13`. */
  readonly number: string;
  /** Why it always holds, in one Chinese sentence. */
  readonly why: string;
}

const sameRevenue = (number: string, kind: string): View => ({
  number,
  why: `收入决算表合计行的${kind}和收入支出决算总表的${kind}是同一个数字“收入.${kind}”`,
});
const sameAppropriation = (number: string, fund: string): View => ({
  number,
  why: `财政拨款总表和收入支出决算总表的${fund}财政拨款收入是同一个数字“收入.${fund}财政拨款收入”`,
});

/** The rules that hold by construction. */
export const VIEWS: readonly View[] = [
  {
    number: 'R09',
    why: '账目只收一般公共预算基本支出的人员经费和公用经费，没有全部资金的同名数字可以与之矛盾',
  },
  { number: 'R10', why: '账目不收全部支出的经济分类，只收一般公共预算基本支出的，由 R46 至 R49 核对' },
  { number: 'R13', why: '收入决算表的合计和收入支出决算总表的本年收入合计是同一个数字“收入.本年收入合计”' },
  sameRevenue('R15', '上级补助收入'),
  sameRevenue('R16', '事业收入'),
  sameRevenue('R17', '经营收入'),
  sameRevenue('R18', '附属单位上缴收入'),
  sameRevenue('R19', '其他收入'),
  { number: 'R22', why: '支出决算表的合计和收入支出决算总表的本年支出合计是同一个数字“支出.本年支出合计”' },
  {
    number: 'R23',
    why: '支出决算表和收入支出决算总表的同一类是同一个数字“支出.〈类〉.合计”，有金额时两表都印',
  },
  sameAppropriation('R32', '一般公共预算'),
  sameAppropriation('R33', '政府性基金预算'),
  sameAppropriation('R34', '国有资本经营预算'),
  {
    number: 'R36',
    why: '财政拨款总表的一般公共预算支出和一般公共预算支出表的合计是同一个数字“支出.一般公共预算.合计”',
  },
  {
    number: 'R37',
    why: '财政拨款总表和一般公共预算支出表的同一类是同一个数字“支出.〈类〉.一般公共预算.合计”',
  },
  {
    number: 'R38',
    why: '财政拨款总表和政府性基金预算表的支出是同一个数字“支出.政府性基金预算.合计”，各类同理',
  },
  {
    number: 'R39',
    why: '财政拨款总表和国有资本经营预算表的支出是同一个数字“支出.国有资本经营预算.合计”，各类同理',
  },
  { number: 'R67', why: '“一般公共预算财政拨款支出决算具体情况”按支出的科目自动逐项列出，不会多列、漏列' },
];
