/** Words for money spent or given, at the end of what a clause speaks of: 养老保险缴费, 项目经费, “三公”经费总额. */
export const MONEY =
  '(?:支出|经费|费用?|资金|拨款|缴费额?|缴纳(?:数?额)?|缴存额|工资|补贴|补助|津补贴|奖金|奖励|款项?|金额|数额|总额|额度|定额|决算数?|执行数|开支|投入|待遇|保险|公积金|年金|保障金|租金|预算|额)';

/** Words for money received. */
export const REVENUE = '收入';

/** Up, at the end of a clause. */
export const UP = '(?:增加|增长|上升|提高|上涨|增大|扩大|回升|增多|增支|核增|调增|上调|新增|攀升|走高)';

/** Down, at the end of a clause. */
export const DOWN = '(?:减少|下降|降低|压减|压缩|缩减|减支|核减|调减|下调|节约|节省|回落|下滑|削减|走低)';

/** Up and down with the money as their object: 追加项目经费, 压缩各项开支. */
export const RAISE = '(?:增加|新增|追加|增拨|增列|增发|补发)';
export const LOWER = '(?:减少|压减|压缩|核减|调减|削减|缩减|节约|节省|收回)';

/** Neither up nor down. */
export const LEVEL =
  '(?:持平|无变化|没有变化|无明显变化|未发生变化|没有发生变化|无增减变化|无增减|无差异|没有差异|一致|相等|相同)';

/** What stands between the money and what happened to it. */
export const ADVERBS =
  '(?:(?:与|和|同)?(?:较|比|相比)?(?:上年|去年|上一年|上年度|上年同期|年初预算数?|全年预算数?|预算数?)(?:数|相比|比较|决算数?)?|同比|相应|随之|随|有所|均有|均|也有|也|都|略有|略|大幅度?|明显|同步|显著|进一步|逐年|恢复性|据实|陆续|一并|小幅|总体|整体|大体|全面|为|属|又|再|亦|的|数)';

/** What may stand before a verb whose object is money. */
export const OPENINGS =
  '(?:\\d{4}年度?|本年度?|今年|当年|年中|年初|全年|本期|我?单位|本单位|我局|本局|我?部门|本部门|较上年|比上年|与上年相比|较年初预算|比年初预算|同比|上级|财政|进一步|大力|严格|主动|另外?|并|又|还|故|因此|因|由于|导致|使得?|同时|按规定|据实|相应)';
