import type { RawFile } from '../../../src/source/source-file.ts';
import { editYaml } from '../../../src/source/writer/edit-yaml.ts';
import type { YamlEdit } from '../../../src/source/writer/edits.ts';
import { textFile, textOf } from '../project.ts';

const UNIT = 'content/units/demo-bureau';

const map = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(entries));

const insert = (
  at: readonly string[],
  key: string,
  value: Extract<YamlEdit, { do: 'insert' }>['value'],
): YamlEdit => ({
  do: 'insert',
  at: [...at],
  key,
  value,
});

/** An approved total that is wrong, with somebody's decision to let it stand: both are told of on the page of the checks. */
const WAIVED =
  '批复数“公共安全支出（204）一般公共预算财政拨款支出”为 1.00，应为 112035.96（各部分之和），差 112034.96元';

type Correction = ReadonlyMap<string, string | ReadonlyMap<string, string>>;

const CORRECTION: Correction = new Map<string, string | ReadonlyMap<string, string>>([
  ['版次', '2'],
  ['日期', '2022-10-08'],
  ['内容', '更正一处错字'],
  ['原数', map({ '政府采购.服务': '1.00' })],
]);

/** Fields that may be left out, and are, in the project's own files. */
const EDITS: Readonly<Record<string, readonly YamlEdit[]>> = {
  'content/site.yaml': [
    insert([], '源文件网址', 'https://code.example/a/'),
    insert([], '核对情况', '公开'),
    insert([], '主办单位', '示例市财政局'),
    insert([], '承办单位', '示例市信息中心'),
    insert([], '联系电话', '0000-1234567'),
    insert([], '电子邮箱', 'jsgk@mail.example'),
    insert([], '联系地址', '示例市示例路1号'),
    insert([], '依申请公开', 'https://www.example/ysqgk/'),
    insert([], '纠错', 'https://www.example/jiucuo/'),
    insert([], '党政机关标识', 'https://www.example/method/'),
    insert([], '网站标识码', '9900000001'),
    insert([], 'ICP备案号', '新ICP备00000000号'),
    insert([], '公安备案号', '新公网安备99000000000001号'),
    insert([], '数据许可', map({ 名称: '示例许可', 网址: 'https://www.example/licence/' })),
  ],
  [`${UNIT}/unit.yaml`]: [
    insert([], '别名', ['示例政务局']),
    insert([], '主管部门', '示例市人民政府'),
    insert([], '联系地址', '示例市政务路2号'),
  ],
  [`${UNIT}/2021/narrative.yaml`]: [
    {
      do: 'set',
      at: ['原因', '支出.2101199.一般公共预算.合计'],
      to: map({ 同: '支出.2210203.一般公共预算.合计' }),
    },
  ],
  [`${UNIT}/2021/performance/project-1.yaml`]: [insert([], '主管部门', '示例市人民政府')],
  [`${UNIT}/2021/accounts.yaml`]: [
    insert(
      [],
      '公开',
      new Map<string, string | readonly Correction[]>([
        ['批复日期', '2022-08-20'],
        ['公开日期', '2022-09-05'],
        ['更正', [CORRECTION]],
      ]),
    ),
    insert(
      [],
      '全年预算',
      map({ 一般公共预算: '1000000.00', 政府性基金预算: '0.00', 国有资本经营预算: '0.00' }),
    ),
    insert([], '科目名称', map({ '2040605': '普法宣传' })),
    { do: 'set', at: ['批复数', '支出.204.一般公共预算.合计'], to: '1.00' },
    insert([], '核对说明', [
      map({
        规则: 'approved-total',
        数字: '支出.204.一般公共预算.合计',
        内容: WAIVED,
        理由: '批复表即如此',
        决定人: '办公室',
        日期: '2022-08-20',
      }),
      // One that fits nothing is told of as well.
      map({
        规则: 'approved-total',
        位置: 'accounts.yaml#批复数',
        内容: WAIVED,
        理由: '批复表即如此',
        决定人: '办公室',
        日期: '2022-08-20',
      }),
    ]),
  ],
};

/** The files with every field filled in that the project leaves out, as far as it bears texts. */
export function withEveryField(files: readonly RawFile[]): readonly RawFile[] {
  return files.map((file) => {
    const edits = EDITS[file.path];
    return edits === undefined ? file : textFile(file.path, editYaml(textOf(files, file.path), edits));
  });
}
