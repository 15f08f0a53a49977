const classes =
  '一般公共服务支出 外交支出 国防支出 公共安全支出 教育支出 科学技术支出 文化旅游体育与传媒支出 社会保障和就业支出 卫生健康支出 节能环保支出 城乡社区支出 农林水支出 交通运输支出 资源勘探工业信息等支出 商业服务业等支出 金融支出 援助其他地区支出 自然资源海洋气象等支出 住房保障支出 粮油物资储备支出 国有资本经营预算支出 灾害防治及应急管理支出 其他支出 债务还本支出 债务付息支出 抗疫特别国债安排的支出'.split(
    ' ',
  );
const revenues =
  '一、一般公共预算财政拨款收入 二、政府性基金预算财政拨款收入 三、国有资本经营预算财政拨款收入 四、上级补助收入 五、事业收入 六、经营收入 七、附属单位上缴收入 八、其他收入'.split(
    ' ',
  );

interface Sheet {
  readonly key: string;
  readonly title: string;
  readonly number: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly table: string;
}

/** One statutory table with its caption, head and note. */
function sheet({ key, title, number, orientation, table }: Sheet): string {
  return `<figure class="sheet" data-table="${key}" data-orientation="${orientation}">
<figcaption><h3 class="sheet-title" id="table-${key}">${title}</h3><span class="sheet-number">${number}</span><span class="sheet-unit">单位：示例州中小企业发展局</span><span class="sheet-money">金额单位：万元</span></figcaption>
<table>${table}</table>
<p class="sheet-note">注：本表反映部门本年度的总收支和年末结转结余情况。</p></figure>`;
}

const amount = (value: string): string =>
  `<td class="amount" data-figure="x" data-value="${value}">${value}</td>`;

function overviewTable(): string {
  const rows = classes.map((name, index) => {
    const left = revenues[index];
    const income = left === undefined ? '<td></td>' : `<th scope="row">${left}</th>`;
    return `<tr>${income}<td class="line">${index + 1}</td>${amount(index === 0 ? '292.54' : '')}<th scope="row">${name}</th><td class="line">${index + 32}</td>${amount('12.74')}</tr>`;
  });
  return `<thead><tr><th colspan="3" scope="colgroup">收入</th><th colspan="3" scope="colgroup">支出</th></tr>
<tr><th scope="col">项目</th><th scope="col">行次</th><th scope="col">决算数</th><th scope="col">项目</th><th scope="col">行次</th><th scope="col">决算数</th></tr>
<tr class="columns"><th scope="row">栏次</th><td></td><td>1</td><th scope="row">栏次</th><td></td><td>2</td></tr></thead>
<tbody>${rows.join('\n')}
<tr class="total"><th scope="row">总计</th><td class="line">31</td>${amount('513.95')}<th scope="row">总计</th><td class="line">62</td>${amount('513.95')}</tr></tbody>`;
}

function detailTable(columns: readonly string[], rowCount: number): string {
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const code = String(2010000 + index * 101).slice(0, [3, 5, 7][index % 3]);
    const cells = columns.map((_title, column) => amount(column % 3 === 0 ? '1,234,567.89' : '0.00'));
    return `<tr><td class="code">${code}</td><th scope="row">${index % 7 === 0 ? '机关事业单位基本养老保险缴费支出及其他社会保险基金补助支出' : '机关事业单位职业年金缴费支出'}</th>${cells.join('')}</tr>`;
  });
  return `<thead><tr><th colspan="2" scope="colgroup">项目</th>${columns.map((title) => `<th rowspan="2" scope="col">${title}</th>`).join('')}</tr>
<tr><th scope="col">功能分类科目编码</th><th scope="col">科目名称</th></tr>
<tr class="columns"><th colspan="2" scope="row">栏次</th>${columns.map((_title, index) => `<td>${index + 1}</td>`).join('')}</tr></thead>
<tbody><tr class="total"><th colspan="2" scope="row">合计</th>${columns.map(() => amount('9,999,513.95')).join('')}</tr>
${rows.join('\n')}</tbody>`;
}

/** The statutory tables of the sample: portrait, a long landscape one, an empty one. */
export const sheets: readonly string[] = [
  sheet({
    key: 'revenue-expenditure',
    title: '收入支出决算总表',
    number: '公开01表',
    orientation: 'portrait',
    table: overviewTable(),
  }),
  sheet({
    key: 'revenue',
    title: '收入决算表',
    number: '公开02表',
    orientation: 'landscape',
    table: detailTable(
      [
        '本年收入合计',
        '财政拨款收入',
        '上级补助收入',
        '事业收入',
        '经营收入',
        '附属单位上缴收入',
        '其他收入',
      ],
      60,
    ),
  }),
  sheet({
    key: 'general-budget',
    title: '一般公共预算财政拨款支出决算表',
    number: '公开05表',
    orientation: 'portrait',
    table: detailTable(['合计', '基本支出', '项目支出'], 40),
  }),
  sheet({
    key: 'government-fund',
    title: '政府性基金预算财政拨款收入支出决算表',
    number: '公开08表',
    orientation: 'landscape',
    table: detailTable(['年初结转和结余', '本年收入', '合计', '基本支出', '项目支出', '年末结转和结余'], 0),
  }),
];

export const sheetTitles: readonly string[] = [
  '收入支出决算总表',
  '收入决算表',
  '一般公共预算财政拨款支出决算表',
  '政府性基金预算财政拨款收入支出决算表',
];
export const sheetKeys: readonly string[] = [
  'revenue-expenditure',
  'revenue',
  'general-budget',
  'government-fund',
];
