const goal =
  '示例州中小企业发展服务中心主要负责贯彻执行党和国家有关促进中小企业发展的法律法规和方针政策，参与研究拟定中小企业发展规划，并配合有关部门组织实施；负责中小企业发展情况调查研究相关工作，参与研究提出促进中小企业发展的对策建议；组织指导中小企业创新发展、建立和完善现代企业制度，推动中小企业与大型企业开展协作配套，配合技术改造、专利成果转化等有关工作；会同有关部门组织推动中小企业投资融资服务体系、现代服务体系和诚信体系建设，指导中小企业公共服务平台运营管理，协调推进“互联网+服务”；组织开展中小企业人才队伍培训培育工作和各类赛事与服务活动，引导中小企业参与对外交流与合作；负责为中小企业提供金融、法律咨询、政策扶持等服务保障。完成中小企业公共服务平台物理和环境安全、网络和通信、设备和计算安全、应用和数据安全、密钥管理安全、平台端口密码改造，三级等保测评。测评平台数量1个。';

const indicators: readonly (readonly string[])[] = [
  ['产出指标', '4', '数量指标', '1', '测评平台数量', '=1', '=1', '10', '10.00', ''],
  ['', '', '质量指标', '2', '失泄密事件发生率', '<=0%', '=0%', '10', '10.00', ''],
  ['', '', '', '', '系统功能达标率', '>=90%', '=90%', '5', '5.00', ''],
  ['', '', '时效指标', '1', '信息系统日常维护周期', '>=4次/年', '=4次/年', '10', '10.00', ''],
  ['成本指标', '2', '经济成本指标', '2', '项目测评费', '<=160万元', '=159.86万元', '10', '10.00', ''],
  ['', '', '', '', '测评费预算控制率', '<=95%', '=95%', '10', '10.00', ''],
  ['效益指标', '2', '社会效益指标', '2', '降低平台故障率影响', '降低', '=100%', '10', '10.00', ''],
  [
    '',
    '',
    '',
    '',
    '提高系统可用性和稳定性',
    '提高',
    '=100%',
    '10',
    '10.00',
    '项目为2023年—2024年两年期项目，目前项目已完成2023年项目，2024年项目正在进行。',
  ],
  ['满意度指标', '1', '服务对象满意度指标', '1', '服务对象满意度', '>=90%', '=90%', '10', '10.00', ''],
];

/** A performance form; `goalRepeats` makes its goal row as tall as wanted. */
export function sampleForm(key: string, name: string, goalRepeats: number): string {
  const goals = `<p>${goal}</p>`.repeat(goalRepeats);
  return `<figure class="form" data-form="${key}">
<figcaption><h4 class="form-title" id="form-${key}">项目支出绩效自评表</h4><p class="form-year">（2023年度）</p></figcaption>
<table><thead><tr><th scope="row" colspan="2">项目名称</th><td colspan="7">${name}</td></tr></thead><tbody>
<tr><th scope="row" colspan="2">主管部门</th><td colspan="3">示例州中小企业发展局</td><th scope="row">实施单位</th><td colspan="3">示例州中小企业发展局</td></tr>
<tr><th scope="row" rowspan="4">项目资金（万元）</th><td colspan="2"></td><th scope="col">年初预算数</th><th scope="col">全年预算数</th><th scope="col">全年执行数</th><th scope="col">分值</th><th scope="col">执行率</th><th scope="col">得分</th></tr>
${fundRow('年度资金总额', ['160.00', '160.00', '159.86', '10', '99.91%', '10.00'])}
${fundRow('其中：当年财政拨款', ['0.00', '0.00', '0.00', '—', '—', '—'])}
${fundRow('其他资金', ['160.00', '160.00', '159.86', '—', '—', '—'])}
<tr><th scope="row" rowspan="2">年度总体目标</th><th scope="col" colspan="4">预期目标</th><th scope="col" colspan="4">实际完成情况</th></tr>
<tr class="goal"><td colspan="4">${goals}</td><td colspan="4">${goals}</td></tr>
<tr><th scope="row" rowspan="${indicators.length + 1}">年度绩效指标完成情况</th>${['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'].map((title) => `<th scope="col">${title}</th>`).join('')}</tr>
${indicators.map(indicatorRow).join('\n')}
<tr><th scope="row" colspan="6">总分</th><td class="amount">100</td><td class="amount">100分</td><td></td></tr>
</tbody></table></figure>`;
}

function fundRow(label: string, cells: readonly string[]): string {
  return `<tr><th scope="row" colspan="2">${label}</th>${cells.map((cell) => `<td class="amount">${cell}</td>`).join('')}</tr>`;
}

function indicatorRow(row: readonly string[]): string {
  const [first, firstRows, second, secondRows, ...rest] = row;
  const spans = [
    first === '' ? '' : `<th scope="rowgroup" rowspan="${firstRows}">${first}</th>`,
    second === '' ? '' : `<th scope="rowgroup" rowspan="${secondRows}">${second}</th>`,
  ];
  return `<tr>${spans.join('')}${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
