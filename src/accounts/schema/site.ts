import { z } from 'zod';
import { text, webAddress } from './entries.ts';
import { fields } from './fields.ts';
import { imprintFields } from './imprint.ts';
import { ownFontFields } from './typefaces.ts';

/** Whether something is published, and whether it is where nothing is said. */
function published(usual: '公开' | '不公开') {
  return z
    .enum(['公开', '不公开'])
    .default(usual)
    .transform((word) => word === '公开');
}

/** `content/site.yaml`: what the pages say of the site itself. The file may be missing. */
export const siteSchema = fields({
  name: ['站名', text.default('部门决算公开'), '首页的标题，也印在每页的上方'],
  address: [
    '网址',
    webAddress.optional(),
    '网站首页的网址，以 / 结尾；写了才有站点地图、订阅和社交平台上的预览图',
  ],
  sources: [
    '源文件网址',
    webAddress.optional(),
    '代码库里本项目文件夹的网址，以 / 结尾；写了，数字的出处就链接到填报的那一行',
  ],
  checks: [
    '核对情况',
    published('公开'),
    '每本决算有没有“核对情况”一页，写明核对了什么、发现了什么、单位怎样说明；不写的有',
  ],
  attachSources: [
    '源文件',
    published('公开'),
    'PDF 里附不附这一本决算填报的源文件（YAML，连同注释）；不写的附',
  ],
  partPdfs: [
    '分部分PDF',
    published('不公开'),
    '除全文以外，各部分（单位概况、情况说明等）是否各有一个 PDF；不写的没有',
  ],
  fonts: [
    '字体',
    ownFontFields.optional(),
    'PDF 用单位自己的字体文件，放在 content/fonts/ 下；许可嵌入的才行，不写的用自带的字体',
  ],
  ...imprintFields,
});
export type SiteSettings = z.output<typeof siteSchema>;

/** What holds without the file. */
export const DEFAULT_SETTINGS: SiteSettings = siteSchema.parse({});
