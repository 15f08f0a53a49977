/**
 * `npm run bench long-texts [place]`: how long checking takes with a text of the greatest allowed length, made of one piece
 * over and over, in each place where an editor writes, and with one of half the length. Prints what is not linear.
 */
import { checkSite } from '../../src/compile/check-site.ts';
import { remembering } from '../../src/source/recall.ts';
import { readSources } from '../../src/workspace/read-sources.ts';

const LONGEST = 19_000;
const PIECES = [
  '2022年',
  '增加（减少）',
  '其中：',
  '第1条',
  '1',
  '1.5万元',
  '100%',
  '2011350',
  '（',
  '）',
  '《',
  '“',
  '”',
  '"',
  "'",
  '，',
  '。',
  '；',
  '：',
  '、',
  ' ',
  '　',
  '\n',
  'a',
  'ab ',
  'A',
  '{{',
  '}}',
  '{{年度}}',
  '[',
  '](',
  '*',
  '#',
  '-',
  '_',
  '|',
  '<',
  '&',
  '甲',
  '万元',
  '收入总计',
  '增长5%',
  '下降',
  '减少1.00万元',
  '占比',
  '元',
  '件',
  '一是',
  '主要原因是',
  '与上年相比',
  '预决算差异率',
  '无',
  '没有',
  '示例市',
  '局',
  '公务接待费',
  '财政拨款',
  '138 ',
  '1-',
  '①',
  '？',
  '%',
  '待填',
  'XX',
  '12月',
  '@',
  'a@',
  '2023年度',
  '不变',
  '持平',
  '\u200b',
  '𠮷',
  '占 %',
  '占 %，',
  '（注：',
  '【',
  '共 ',
  '⼈',
  '与上年',
  '（请根据',
  'Ã©',
  '**a',
  '~~甲',
  '[^甲',
  '1.',
  '错误！',
  '其中：甲1万元，',
  '上年1万元，',
  '（1万元',
  '与上年持平',
  '分别',
  '一、',
  '\u2003',
];

const UNIT = 'content/units/demo-bureau/2023/';
const PLACES: readonly (readonly [
  what: string,
  file: string,
  from: string,
  put: (text: string) => string,
])[] = [
  [
    'narrative',
    `${UNIT}narrative.yaml`,
    '其他说明事项: 无其他说明事项。',
    (text) => `其他说明事项: ${JSON.stringify(text)}`,
  ],
  [
    'reason',
    `${UNIT}narrative.yaml`,
    '大厅新增楼层投入使用，物业、安保和保洁服务面积增加',
    (text) => JSON.stringify(text),
  ],
  ['office', `${UNIT}narrative.yaml`, '  - 办公室', (text) => `  - ${JSON.stringify(text)}`],
  [
    'goal',
    `${UNIT}performance/project-1.yaml`,
    '大厅标准化服务水平稳步提升。',
    (text) => text.replaceAll('\n', '\n    '),
  ],
  [
    'unit name',
    'content/units/demo-bureau/unit.yaml',
    '名称: 示例市政务服务局',
    (text) => `名称: ${JSON.stringify(text)}`,
  ],
  [
    'deviation',
    `${UNIT}performance/project-1.yaml`,
    '社保年审期间办件集中，部分时段等候时间延长；已增设潮汐窗口并推行分时预约',
    (text) => JSON.stringify(text),
  ],
  ['comment', `${UNIT}narrative.yaml`, '虚构单位', (text) => text.replaceAll('\n', ' ')],
  ['literal', `${UNIT}narrative.yaml`, '\n字面数:\n', (text) => `\n字面数:\n  - ${JSON.stringify(text)}\n`],
];

const files = (await readSources('.')).filter(({ path }) => !path.includes('changji-sme'));

const recall = remembering();
// The first check takes in what later ones find done.
checkSite(files, undefined, recall);

/** Milliseconds of processor time that checking takes once a text has been put in; what else there is was checked before. */
function cpu(file: string, from: string, to: string): number {
  const changed = files.map((one) => {
    if (one.path !== file) return one;
    const text = new TextDecoder().decode(one.bytes);
    return { path: file, bytes: new TextEncoder().encode(text.replace(from, () => to)) };
  });
  const before = process.cpuUsage();
  checkSite(changed, undefined, recall);
  const { user } = process.cpuUsage(before);
  return user / 1000;
}

/** Twice the text takes twice as long; four times as long is quadratic. The rest is the machine's. */
const LINEAR = 2.8;
/** Below this, what is measured is mostly the rest of the booklet. */
const SHORT_MS = 400;

const [wanted] = process.argv.slice(2);
let slowest = 0;
let quadratic = 0;
for (const [what, file, from, put] of PLACES.filter(([place]) => (wanted ?? place) === place)) {
  for (const piece of PIECES) {
    const text = (length: number): string => `${piece.repeat(Math.floor(length / piece.length))}完`;
    const long = cpu(file, from, put(text(LONGEST)));
    slowest = Math.max(slowest, long);
    if (long < SHORT_MS) continue;
    const half = cpu(file, from, put(text(LONGEST / 2)));
    if (long < LINEAR * half) continue;
    quadratic += 1;
    console.log(
      `${what} ${JSON.stringify(piece)}: ${half.toFixed(0)} ms, ${long.toFixed(0)} ms for twice the text`,
    );
  }
}
console.log(
  `${PIECES.length} pieces, at most ${slowest.toFixed(0)} ms; ${quadratic} take more than ${LINEAR} times as long for twice the text`,
);
