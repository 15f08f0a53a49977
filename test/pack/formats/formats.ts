import { toString } from 'hast-util-to-string';
import type { BookletDocument } from '../../../src/document/booklet-document.ts';
import type { TableCell } from '../../../src/document/table-view.ts';
import { MINISTRY_TABLES, SHANGHAI_TABLES, type Tables } from './heads.ts';

const BODY = '示例市政务服务局';

/** How a region orders its booklet. */
export interface Format {
  /** Titles of the parts, in their order. */
  readonly parts: readonly string[];
  /** The tables in their order, each with the rows of its head. */
  readonly tables: Tables;
  /** A sentence of each kind that the form is described by. */
  readonly sentences: readonly RegExp[];
  /** How the nine tables print a zero. */
  readonly zero: string;
  /** What it does not print. */
  readonly without?: readonly RegExp[];
}

const AMOUNT = String.raw`[\d.,]+`;
/** A sentence with an amount for each `A`, a rate for each `P` and a count for each `N`. */
function sentence(words: string): RegExp {
  const source = words
    .replaceAll('A', `${AMOUNT}万元`)
    .replaceAll('P', String.raw`\d+(?:\.\d+)?%`)
    .replaceAll('N', String.raw`[\d,]+`);
  return new RegExp(source, 'u');
}

function withTables(tables: Tables, behind: string, ...more: Tables): Tables {
  return tables.flatMap((table) => (table[0] === behind ? [table, ...more] : [table]));
}

function replaced(tables: Tables, ...changed: Tables): Tables {
  return tables.map((table) => changed.find(([key]) => key === table[0]) ?? table);
}

const DETAILS = '工资福利支出｜商品和服务支出｜对个人和家庭的补助｜资本性支出';
const PROJECTS = ['projects', ['序号｜项目名称｜全年预算数｜全年执行数｜执行率（%）｜得分（分）']] as const;

/** The forms of nine regions, as they are described (how other regions order the same booklet). */
export const FORMATS: Readonly<Record<string, Format>> = {
  // Tables before the text, 三公 ninth, 国资 without 收入, 明细 in the title of 06; notes of rounding; the year in titles.
  'f1-ministry': {
    parts: [
      `第一部分 ${BODY}概况`,
      '第二部分 2023年度部门决算表',
      '第三部分 2023年度部门决算情况说明',
      '第四部分 名词解释',
    ],
    zero: '0.00',
    tables: MINISTRY_TABLES,
    sentences: [
      /一般公共预算财政拨款基本支出决算明细表公开06表/u,
      /国有资本经营预算财政拨款支出决算表公开08表/u,
      /注：本表反映部门本年度各项支出情况。本套报表金额单位转换时可能存在尾数误差。/u,
      sentence('（项）。年初预算为A，支出决算为A，完成年初预算的P，决算数大于预算数A，主要原因是'),
      sentence('（项）。年初预算为A，支出决算为A，完成年初预算的P，决算数小于预算数A，主要原因是'),
    ],
  },
  // 三公 seventh in pairs; zero left out; separators; codes in three columns; 主要用于; five amounts; grades; a table of units.
  'f2-municipality': {
    parts: [
      `第一部分 ${BODY}概况`,
      `第二部分 ${BODY}2023年度部门决算表`,
      `第三部分 ${BODY}2023年度部门决算情况说明`,
      '第四部分 名词解释',
    ],
    zero: '',
    tables: SHANGHAI_TABLES,
    sentences: [
      /序号\s*单位名称\s*备注\s*1\s*示例市政务服务中心/u,
      /（项），主要用于机关的日常运转。年初预算为954\.30万元，支出决算为963\.94万元，完成年初预算的101\.01%/u,
      /2023年度收入总计6,399\.73万元/u,
      sentence('年初预算为A，支出决算为A，完成年初预算的P'),
      sentence(
        '面向中小企业预留的采购预算A，其中预留给小微企业A；在预留项目中，授予中小企业合同A，其中授予小微企业A，以分包等方式授予A',
      ),
      sentence('N个项目开展了绩效自评.*等级为优的N个，良的N个，合格的N个，不合格的N个'),
    ],
  },
  // §八 to §十三 a topic each; rates without decimals; the staff.
  'f3-county': {
    parts: [
      `第一部分：${BODY}概况`,
      `第二部分：${BODY}2023年度部门决算报表`,
      `第三部分：${BODY}2023年度部门决算情况说明`,
      '第四部分：名词解释',
    ],
    zero: '0.00',
    tables: MINISTRY_TABLES,
    sentences: [
      /^八、政府性基金.*^九、国有资本.*^十、机关运行经费支出情况$.*^十一、政府采购支出情况$.*^十二、国有资产占用情况$.*^十三、预算绩效情况$/msu,
      sentence('编制N名，其中行政编制N名，事业编制N名；年末在职人员N人，退休人员N人'),
      /与上年相比，增加[\d.]+万元，增长\d+%，主要原因是/u,
    ],
    without: [/\d\.\d+%，主要原因/u],
  },
  // 职责, 机构, 决算单位构成; titles with unit and year; 国资 with three columns of amounts.
  'f4-city': {
    parts: [
      `第一部分 ${BODY}概况`,
      `第二部分 ${BODY}2023年度部门决算表`,
      `第三部分 ${BODY}2023年度部门决算情况说明`,
      '第四部分 名词解释',
    ],
    zero: '0.00',
    tables: replaced(MINISTRY_TABLES, [
      'state-capital',
      ['功能分类科目编码｜科目名称｜本年支出｜基本支出｜项目支出'],
    ]),
    sentences: [
      /^一、部门主要职责$.*^二、部门机构设置$.*^三、部门决算单位构成$/msu,
      new RegExp(`${BODY}2023年度收入支出决算总表公开01表`, 'u'),
      new RegExp(`${BODY}2023年度财政拨款“三公”经费支出决算表公开09表`, 'u'),
      sentence(
        '（项）年初预算A，支出决算A，完成年初预算的P，决算数大于预算数A。主要原因：.*。支出决算比上年增加A，增长P。主要原因：',
      ),
    ],
  },
  // Other matters are a part; the three funds in one list; tables last.
  'f5-district': {
    parts: [
      `第一部分 ${BODY}基本情况`,
      '第二部分 2023年度部门决算情况说明',
      '第三部分 其他重要事项',
      '第四部分 名词解释',
      '附表',
    ],
    zero: '0.00',
    tables: MINISTRY_TABLES,
    sentences: [
      /^（一）一般公共预算财政拨款$.*^（二）政府性基金预算财政拨款$.*^（三）国有资本经营预算财政拨款$.*^五、/msu,
      sentence('政府性基金预算财政拨款本年收入A，本年支出A，年末结转和结余A'),
      sentence('一般公共服务支出（类）A，其中：政府办公厅（室）及相关机构事务（款）A；'),
    ],
    without: [/（项）/u],
  },
  // Thirteen tables; an annex with the reports of evaluation; the date of publication in front.
  'f6-hospitals': {
    parts: [
      `第一部分 ${BODY}概况`,
      '第二部分 2023年度部门决算情况说明',
      '第三部分 名词解释',
      '第四部分 附件',
      '第五部分 附表',
    ],
    zero: '0.00',
    tables: withTables(
      withTables(
        withTables(
          withTables(MINISTRY_TABLES, 'fiscal-appropriation', [
            'fiscal-detail',
            [`功能分类科目编码｜科目名称｜${DETAILS}`],
          ]),
          'general-budget',
          ['general-detail', [`功能分类科目编码｜科目名称｜合计｜${DETAILS}`]],
        ),
        'basic-expenditure',
        PROJECTS,
      ),
      'three-public',
      ['three-public-items', ['项目｜全年预算数｜决算数']],
    ),
    sentences: [
      /^公开日期：2024年9月5日$/mu,
      /^一、部门整体绩效评价报告$/mu,
      sentence('1.政务服务大厅运行保障经费：年初预算A，全年执行A，执行率P，自评得分[\\d.]+分'),
    ],
  },
  // Twelve tables; the last part says whom to ask; 三公 by kind with foreign guests; houses by use.
  'f7-region': {
    parts: [
      `第一部分 ${BODY}概况`,
      '第二部分 2023年度部门决算情况说明',
      '第三部分 名词解释',
      '第四部分 部门决算表',
      '第五部分 决算公开联系方式',
    ],
    zero: '0.00',
    tables: withTables(
      MINISTRY_TABLES,
      'three-public',
      ['agency-operating', ['项目｜决算数']],
      ['state-assets', ['项目｜数量｜金额']],
      PROJECTS,
    ),
    sentences: [
      /^决算公开联系方式：人事财务科/mu,
      sentence('公务接待费年初预算A，支出决算A，完成年初预算的P，比上年增加A，增长P，主要原因是'),
      sentence('国内公务接待N批次、N人次，外宾接待N批次、N人次'),
      sentence(
        '房屋[\\d.]+平方米，其中办公用房[\\d.]+平方米，业务用房[\\d.]+平方米.*车辆N辆，其中主要负责人用车N辆.*单价100万元（含）以上设备',
      ),
    ],
  },
  // 三公 with 会议费 and 培训费 beside it, budget and outturn, and a section for each.
  'f8-meetings': {
    parts: [
      `第一部分 ${BODY}概况`,
      '第二部分 2023年度部门决算情况说明',
      '第三部分 2023年度部门决算表',
      '第四部分 专业名词解释',
    ],
    zero: '0.00',
    tables: replaced(MINISTRY_TABLES, [
      'three-public',
      [
        '预算数｜决算数',
        [1, 2]
          .map(() => '“三公”经费合计｜因公出国（境）费｜公务用车购置及运行维护费｜公务接待费｜会议费｜培训费')
          .join('｜'),
        [1, 2].map(() => '小计｜公务用车购置费｜公务用车运行维护费').join('｜'),
      ],
    ]),
    sentences: [
      /^四、会议费支出情况$.*^五、培训费支出情况$/msu,
      /会议费年初预算为4\.50万元，支出决算为3\.91万元，完成年初预算的86\.9%，决算数小于预算数0\.59万元/u,
      sentence('培训费年初预算为A，支出决算为A，完成年初预算的P'),
    ],
  },
  // One flat text of eleven sections, the tables annexed; no titles of parts, short forms.
  'f9-flat': {
    parts: ['决算情况说明', '附件：部门决算表'],
    zero: '0.00',
    tables: MINISTRY_TABLES,
    sentences: [
      /^一、部门职责$.*^十一、机关运行经费、政府采购、国有资产和绩效情况$/msu,
      sentence('与上年相比，增加A，增长P（'),
    ],
    without: [/^十二、机关/mu, /（项）。年初预算/u, /^第[一二三四五]部分/mu],
  },
};

/** What of a form a booklet does not have, each beginning with what it is about: parts, tables, head, sentence, without. */
export function mismatches(format: Format, document: BookletDocument): readonly string[] {
  const { parts, tables, cover } = document;
  const text = [
    ...cover.lines,
    ...parts.flatMap(({ content }) => content.map((node) => toString(node))),
  ].join('\n');
  const found: string[] = [];
  const compare = (about: string, has: readonly string[], should: readonly string[]): void => {
    if (has.join('\n') !== should.join('\n')) found.push(`${about}: ${has.join(' / ')}`);
  };
  compare(
    'parts',
    parts.map(({ title }) => title),
    format.parts,
  );
  compare(
    'tables',
    tables.map(({ key }) => key),
    format.tables.map(([key]) => key),
  );
  for (const [key, heads] of format.tables) {
    const table = tables.find((one) => one.key === key);
    const rows = table?.head.map((cells) => cells.map((cell) => cell.text).join('｜')) ?? [];
    compare(`head of ${key}`, rows.filter(isNamed), heads);
  }
  const official = tables.filter(({ key }) => MINISTRY_TABLES.some(([known]) => known === key));
  const zeros = new Set(official.flatMap(({ body }) => body.flat().flatMap(zeroIn)));
  compare('zero', [...zeros], [format.zero]);
  for (const one of format.sentences) if (!one.test(text)) found.push(`sentence ${one.source}`);
  for (const one of format.without ?? []) if (one.test(text)) found.push(`without ${one.source}`);
  return found;
}

/** How a cell prints a zero, if that is its figure. */
function zeroIn({ text, figure }: TableCell): readonly string[] {
  return figure?.value === '0' ? [text] : [];
}

/** Whether a row of a head names columns: the numbers of columns follow from them. */
function isNamed(row: string): boolean {
  return !/^(?:栏次|\d+)(?:｜(?:栏次|\d+))*$/u.test(row);
}
