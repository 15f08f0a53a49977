/** A rule that is not held by a check: how files are written, and what templates need. */
export interface OtherRule {
  readonly rule: string;
  readonly summary: string;
}

/** What is found while the files are read and the texts are put together. */
export const OTHER_RULES: readonly OtherRule[] = [
  { rule: 'missing-reason', summary: '有增减、有差异的数没有写原因' },
  { rule: 'missing-text', summary: '有支出的“三公”经费没有写开支内容，其他用车没有写用途' },
  { rule: 'unused-reason', summary: '写了原因，没有一句印它' },
  { rule: 'unused-literal', summary: '“字面数”中写的，文字中没有出现（可以保留）' },
  { rule: 'unused-waiver', summary: '“核对说明”中的一条，没有相符的发现' },
  { rule: 'wrong-waiver', summary: '“核对说明”中的一条，没有写清是哪个数字或位置' },
  { rule: 'to-fill', summary: '还有待填的地方' },
  { rule: 'to-review', summary: '沿用上年的文字还没有核对' },
  { rule: 'yaml-syntax', summary: '文件不符合 YAML 写法' },
  { rule: 'empty-file', summary: '文件是空的' },
  { rule: 'encoding', summary: '文件不是 UTF-8 文本' },
  { rule: 'file-too-large', summary: '文件超过 1 MB' },
  { rule: 'special-file', summary: '是符号链接或特殊文件，不会被读取' },
  { rule: 'missing-file', summary: '缺少文件' },
  { rule: 'unexpected-file', summary: '放错了地方的文件，不会被读取' },
  { rule: 'bad-name', summary: '文件、文件夹、模板包的名称不合规定' },
  { rule: 'unknown-key', summary: '没有这一项，多半是写错了' },
  { rule: 'missing-key', summary: '缺少一项' },
  { rule: 'duplicate-key', summary: '一项写了两次' },
  { rule: 'wrong-key', summary: '键的写法不对' },
  { rule: 'missing-value', summary: '没有填写' },
  { rule: 'wrong-type', summary: '应是一个值，写成了列表或下一级，或者相反' },
  { rule: 'wrong-value', summary: '不是可以填写的值' },
  { rule: 'not-a-number', summary: '应为数' },
  { rule: 'number-too-large', summary: '数太大' },
  { rule: 'negative-amount', summary: '不能为负' },
  { rule: 'decimal-places', summary: '小数位数太多' },
  { rule: 'wrong-year', summary: '年度不对' },
  { rule: 'wrong-date', summary: '日期不对' },
  { rule: 'bad-code', summary: '科目编码的位数不对' },
  { rule: 'bad-text', summary: '文字含有控制字符，或者太长' },
  { rule: 'bad-address', summary: '网址不对' },
  { rule: 'unknown-pack', summary: '没有这个模板包' },
  { rule: 'pack-cycle', summary: '模板包绕一圈继承了自己' },
  { rule: 'incomplete-pack', summary: '模板包缺少一项' },
  { rule: 'template-syntax', summary: '模板写法有误' },
  { rule: 'unknown-name', summary: '模板中的名称、清单不存在' },
  { rule: 'unknown-helper', summary: '模板中的助手不存在' },
  { rule: 'wrong-helper', summary: '这个助手不能印这个数字' },
  { rule: 'unprintable-character', summary: 'PDF 的字体没有这个字' },
];
