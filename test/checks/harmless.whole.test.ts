import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles } from '../support/project.ts';

/** Sentences as honest booklets have them, a line each, by where they stand: none of them may alarm anybody. */
const FOLDER = new URL('harmless/', import.meta.url);
const UNIT = 'content/units/demo-bureau/2023/';
const NARRATIVE = `${UNIT}narrative.yaml`;
const FORM = `${UNIT}performance/project-1.yaml`;

type Place = readonly [file: string, text: string, put: (sentence: string) => string];

/** Texts in which sentences follow each other. */
const RUNNING: Readonly<Record<string, Place>> = {
  results: [
    NARRATIVE,
    '惠企政策“免申即享”惠及企业3547户。',
    (words) => `惠企政策“免申即享”惠及企业3547户。${words}`,
  ],
  problems: [NARRATIVE, '一是预算执行进度不够均衡，', (words) => `一是预算执行进度不够均衡，${words}`],
  duties: [
    NARRATIVE,
    '完成市委、市政府交办的其他任务。',
    (words) => `完成市委、市政府交办的其他任务。${words}`,
  ],
  'other-matters': [NARRATIVE, '其他说明事项: 无其他说明事项。', (words) => `其他说明事项: '${words}'`],
  goals: [FORM, '大厅标准化服务水平稳步提升。', (words) => `大厅标准化服务水平稳步提升。${words}`],
  targets: [FORM, '便捷高效的办事环境。', (words) => `便捷高效的办事环境。${words}`],
};

/** Texts that hold one sentence: reasons of a figure that grew or shrank, and of points that were lost. */
const SINGLE: Readonly<Record<string, Place>> = {
  'reasons-for-more': [
    NARRATIVE,
    '大厅新增楼层投入使用，物业、安保和保洁服务面积增加',
    (words) => `'${words}'`,
  ],
  'reasons-for-less': [
    NARRATIVE,
    '上年一次性补发机关退休人员取暖补贴，本年无此因素，支出减少',
    (words) => `'${words}'`,
  ],
  'reasons-for-less-than-budgeted': [
    NARRATIVE,
    '接待用餐以自助餐为主，陪餐人数压减，接待费低于全年预算',
    (words) => `'${words}'`,
  ],
  'reasons-for-more-than-budgeted': [
    NARRATIVE,
    '年中下达平台扩容改造、科技条件专项等指标，并执行机关事业单位工资调整，支出比年初预算增加',
    (words) => `'${words}'`,
  ],
  'reasons-of-deviation': [
    FORM,
    '社保年审期间办件集中，部分时段等候时间延长；已增设潮汐窗口并推行分时预约',
    (words) => `'${words}'`,
  ],
};

function sentencesOf(name: string): readonly string[] {
  return readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8')
    .trimEnd()
    .split('\n');
}

interface Put {
  readonly place: Place;
  readonly sentences: readonly string[];
}

/** Puts words into places of the demonstration unit, their numbers declared, and tells what is found. */
async function alarms(put: readonly Put[]): Promise<readonly string[]> {
  const files = put.reduce(
    (all, { place: [file, text, asWritten], sentences }) =>
      edited(all, file, text, asWritten(sentences.join(''))),
    await realFiles('demo-bureau'),
  );
  // Forms need no declaration of their numbers.
  const inNarrative = put
    .filter(({ place: [file] }) => file === NARRATIVE)
    .flatMap(({ sentences }) => sentences);
  return compiled(declared(files, inNarrative)).diagnostics.map(({ rule, message }) => `${rule} ${message}`);
}

function declared(files: readonly RawFile[], sentences: readonly string[]): readonly RawFile[] {
  const literals = sentences
    .filter((sentence) => /\d/.test(sentence))
    .map((sentence) => `  - '${sentence}'\n`);
  return edited(files, NARRATIVE, '\n字面数:\n', `\n字面数:\n${literals.join('')}`);
}

/** Of each single text the sentence of a number, those that have as many; the texts have nothing to do with each other. */
function inRows(): readonly (readonly [number, readonly Put[]])[] {
  const texts = Object.entries(SINGLE).map(([name, place]) => ({ place, sentences: sentencesOf(name) }));
  const most = Math.max(...texts.map(({ sentences }) => sentences.length));
  return Array.from({ length: most }, (_, row) => [
    row + 1,
    texts.flatMap(({ place, sentences }) => {
      const sentence = sentences[row];
      return sentence === undefined ? [] : [{ place, sentences: [sentence] }];
    }),
  ]);
}

describe('honest sentences alarm nobody', () => {
  it.each(Object.entries(RUNNING))('%s', async (name, place) => {
    expect(await alarms([{ place, sentences: sentencesOf(name) }])).toEqual([]);
  });

  it.each(inRows())('line %i of the reasons', async (_, put) => {
    expect(await alarms(put)).toEqual([]);
  });
});
