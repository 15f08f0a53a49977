/** What the notices on publication and the customs of booklets ask for, and who sees to it. */
export interface PublicationRule {
  readonly asked: string;
  /** How it is held: by a check, by the program, by the pack, or by people. */
  readonly held: string;
}

/** 财预〔2016〕143号《地方预决算公开操作规程》, the common catalogue, and the customs in which templates agree. */
export const PUBLICATION_RULES: readonly PublicationRule[] = [
  {
    asked: '公布的是批复的决算',
    held: '模板包列出必填的批复数，缺一个报错（`missing-approved`），与明细核对（`approved-total`）；印出的是批复数',
  },
  {
    asked: '批复后 20 日内，在政府或本单位网站向社会公开',
    held: '“公开”下填写的日期依次核对（`publication-dates`），超过期限的警告（`late-publication`）；在哪里公开由单位掌握',
  },
  {
    asked: '九张决算表齐全（国有资本经营预算表自 2020 年度起）',
    held: '模板包的“决算表”列出的表都印；没有数据的照印空表',
  },
  {
    asked: '没有数据的表列出空表并说明',
    held: '空表和说明由模板按数字选用；合计为 0 而科目有数的报错（`empty-table`），文字说没有而账目有数的报错（`nothing-beside-amount`）',
  },
  {
    asked: '一般公共预算支出列到项，基本支出列到经济分类的款',
    held: '账目按项、款填报，逐项逐款印出；合计与下级并填的指出（`nested-codes`）',
  },
  {
    asked: '“三公”经费分列购置费、运行维护费，说明与预算的差异',
    held: '两项分开填报；有差异没有原因的报错（`missing-reason`）',
  },
  {
    asked: '说明职责、机构、增减原因、机关运行经费、政府采购、国有资产、绩效，附名词解释',
    held: '缺一项报错（`missing-key`、`missing-reason`、`missing-text`），缺上年数、自评表的也报错（`missing-prior`、`missing-form`），除非单位申明了模板包规定的情形（`declared-state`）；各节由模板包排定',
  },
  {
    asked: '金额以万元为单位，两位小数',
    held: '由程序印出；文字中的金额没有单位、写成元的报错（`amount-without-unit`、`unmatched-amount`）',
  },
  {
    asked: '国家秘密不得公开；涉密的项、款并入上级',
    held: '密级标志报错（`secrecy-mark`）；金额可以只列到款、类；是否涉密由单位审查',
  },
  {
    asked: '不公开个人信息',
    held: '身份证号、手机号、银行卡号、护照号报错，注释和文件名里的也算（`personal-data`）',
  },
  { asked: '文字中增减用词表示，不写负数', held: '模板包的“措辞”按增减选词，增减额、增减率不带负号' },
  {
    asked: '与上年持平、上年为 0、两年都为 0 的写法前后一致',
    held: '由模板包的“措辞”“惯例”统一；基数为 0 的提示（`growth-from-zero`、`budget-and-outturn`）',
  },
  { asked: '没有增减的不写原因', held: '模板不印空的原因；写了的提示（`unchanged-reason`）' },
  { asked: '占比之和为 100.00', held: '由程序计算；照印公布数的核对（`pinned-print`、`share-sum`）' },
];
