import type { RawFile } from '../../src/source/source-file.ts';
import { edited, textFile, textOf } from './project.ts';

const SITE = 'content/site.yaml';
const UNIT = 'content/units/demo-bureau';

/** All that a site may state at the foot of its pages; everything in it is invented. */
const OF_THE_SITE = `主办单位: 示例市财政局
承办单位: 示例市信息中心
联系电话: 0000-1234567转801
电子邮箱: jsgk@mail.example
联系地址: 示例市示例路1号
依申请公开: https://www.example/ysqgk/
纠错: mailto:jiucuo@mail.example
党政机关标识: https://www.example/method?id=1
网站标识码: "9900000001"
ICP备案号: 新ICP备00000000号-1
公安备案号: 新公网安备99000000000001号
数据许可: { 名称: 示例开放数据许可, 网址: "https://www.example/licence/" }
`;

/** How the body is reached since 2023, and before. */
const OF_THE_UNIT = `联系电话: { 2019: 0000-7654321, 2023: 0000-7654322 }
`;

/** When the booklet of 2023 was published, and what was corrected since: one figure twice. */
const PUBLICATION = `公开:
  批复日期: 2024-08-20
  公开日期: 2024-09-05
  更正:
    - 版次: 2
      日期: 2024-10-08
      内容: 原来漏列一份合同
      原数: { 政府采购.服务: 739.80, 收入.总计.增减率: 10.01 }
    - 版次: 3
      日期: 2025-03-01
      内容: 再次核对了合同
      原数: { 政府采购.服务: 741.80 }
`;

/** Files with more lines at the end of one of them. */
export function appended(files: readonly RawFile[], path: string, lines: string): readonly RawFile[] {
  return files.map((file) => (file.path === path ? textFile(path, `${textOf(files, path)}${lines}`) : file));
}

/** The demonstration's files with a full foot of pages, and with a booklet that was published and corrected. */
export function withImprint(files: readonly RawFile[]): readonly RawFile[] {
  const stated = appended(appended(files, SITE, OF_THE_SITE), `${UNIT}/unit.yaml`, OF_THE_UNIT);
  return withPublication(stated, PUBLICATION);
}

/** The demonstration's files with what is said of the publication of 2023. */
export function withPublication(files: readonly RawFile[], publication: string): readonly RawFile[] {
  const mark = '模板: demo-2023\n';
  return edited(files, `${UNIT}/2023/accounts.yaml`, mark, mark + publication);
}
