import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Citizen } from '../support/citizen.ts';
import { SiteBrowser } from '../support/site-browser.ts';

/** The way to an answer: what is clicked on, and what then is read. */
type Way = (citizen: Citizen) => Promise<void>;

/** What a citizen asks, and the ways to it from the front page of a booklet. */
type Tasks = Readonly<Record<string, Way>>;

let browser: SiteBrowser;

beforeAll(async () => {
  browser = await SiteBrowser.open();
});

afterAll(() => browser.close());

/** Clicks through links with these words, then reads until each of the texts was seen. */
const via =
  (links: readonly RegExp[], ...texts: readonly RegExp[]): Way =>
  async (citizen) => {
    for (const link of links) await citizen.click(link);
    for (const text of texts) await citizen.read(text);
  };

/** Of the real booklet. */
const CHANGJI: Tasks = {
  'how much': via([], /本年收入合计292\.54万元，本年支出合计513\.95万元/),
  'on what most': via([/^花在哪些方面$/], /资源勘探工业信息等支出46\.63元/),
  'why it fell': via(
    [/^为什么增减$/],
    /减少203\.48万元，下降97\.60%.*主要原因：“本年单位减少中小企业发展服务项目/,
  ),
  'cars and receptions': via([/^“三公”经费$/], /公务用车购置及运行维护费1\.68万元，公务接待费0\.00万元/),
  'where a figure comes from': via(
    [/^513\.95$/],
    /本年支出合计支出\.本年支出合计513\.95万元.*changji-sme\/2023\/accounts\.yaml/,
  ),
  'how to cite it': via([/^513\.95$/, /^引用$/], /昌吉回族自治州中小企业发展局.*本年支出合计.*513\.95万元/),
  'what to download': via([/^下载$/], /决算表（Excel）/, /全部数字（JSON）/),
  'two years side by side': via([/^与上年对比$/], /其他商贸事务支出.*5\.00208\.48-203\.48-97\.60%/),
  'projects below 90 points and why': via(
    [/^项目绩效$/],
    /“良”（80分及以上）1个，“中”（60分及以上）1个/,
    /总分60\.88分/,
    /偏差原因：“此项目为单位保障项目/,
    /总分80分/,
    /偏差原因：“按年份支付，剩余资金后期支付”/,
  ),
};

const DEMO: Tasks = {
  'how much': via([], /本年收入合计6009\.22万元，本年支出合计6060\.85万元/),
  'on what most': via([/^花在哪些方面$/], /最多的一般公共服务支出占63\.94%/),
  'why it rose': via([/^为什么增减$/], /增加187\.99万元，增长36\.58%.*主要原因：“一体化政务服务平台/),
  'cars and receptions': via([/^“三公”经费$/], /公务用车购置及运行维护费37\.69万元，公务接待费2\.74万元/),
  'where a figure comes from': via(
    [/^6060\.85$/],
    /本年支出合计支出\.本年支出合计6060\.85万元.*＝基本支出2894\.59＋项目支出3049\.45/,
  ),
  'how to cite it': via([/^6060\.85$/, /^引用$/], /示例市政务服务局.*本年支出合计.*6060\.85/),
  'what to download': via([/^下载$/], /决算表（Excel）/, /全部数字（JSON）/),
  'two years side by side': via([/^与上年对比$/], /一般公共预算财政拨款收入4812\.964361\.82/),
  'projects below 90 points': via([/^项目绩效$/], /全部12个项目都是“优”（90分及以上）/, /总分96\.66分/),
};

const BOOKLETS = { 'changji-sme': CHANGJI, 'demo-bureau': DEMO };
const tasks = Object.entries(BOOKLETS).flatMap(([body, ways]) =>
  Object.entries(ways).map(([task, way]) => ({ body, task, way })),
);

async function walked(path: string, scripts: boolean, way: Way): Promise<void> {
  const citizen = await Citizen.at(browser, path, scripts);
  await way(citizen);
  const { clicks, screens } = citizen.effort;
  await citizen.leave();
  expect(clicks).toBeLessThanOrEqual(2);
  expect(screens).toBeLessThanOrEqual(3);
}

describe('on a phone, two clicks and three screens lead to', () => {
  it.each(tasks)('$task, of $body', async ({ body, way }) => {
    await walked(`${body}/2023/index.html`, true, way);
    await walked(`${body}/2023/index.html`, false, way);
  });

  it.each([
    ['changji-sme', '服务平台 国密', /中小企业公共服务平台国密/],
    ['demo-bureau', '新增楼层 物业', /新增楼层投入使用/],
  ])('the passage with two words, from %s', async (body, words, passage) => {
    await walked(`${body}/2023/index.html`, true, async (citizen) => {
      await citizen.click(/^搜索$/);
      await citizen.ask(words);
      await citizen.read(passage);
    });
  });

  it('the three public expenses of two bodies', async () => {
    for (const scripts of [true, false])
      await walked(
        'index.html',
        scripts,
        via([/^各单位“三公”经费放在一起看$/], /示例市政务服务局49\.79/, /昌吉回族自治州中小企业发展局1\.68/),
      );
  });
});
