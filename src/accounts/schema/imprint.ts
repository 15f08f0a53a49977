import { z } from 'zod';
import { EDITOR_FORMS } from './editor-forms.ts';
import { textLike } from './entries.ts';
import { fields, type Field } from './fields.ts';
import type { Problem } from './issue.ts';

/**
 * What the foot of a government site's pages states, after 国办发〔2017〕47号《政府网站发展指引》: who runs the site and how
 * to reach them, the site's number, its two registrations, where mistakes are reported.
 */

/** A text of one form, kept as it was written. */
function formed(rule: string, pattern: RegExp, wanted: string, example: string) {
  const message = `应为${wanted}，例如 ${example}`;
  return z
    .string()
    .transform((value, context): string =>
      pattern.test(value) ? value : refuse(context, { rule, message }, value),
    )
    .register(EDITOR_FORMS, {
      type: ['string', 'number'],
      pattern: pattern.source,
      examples: [example],
      errorMessage: message,
    });
}

function refuse(context: z.RefinementCtx, { rule, message }: Problem, value: string): never {
  const shown = value.length <= 40 ? value : `${value.slice(0, 40)}…`;
  context.addIssue({ code: 'custom', message: `为“${shown}”，${message}`, params: { rule } });
  return z.NEVER;
}

/** The signs by which registrations name a province; some have two. */
const PROVINCE = '[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新]';

/** Six digits of the region and four more; sites of the central departments have `bm` before eight digits. */
const siteNumber = formed(
  'bad-number',
  /^(?:\d{10}|bm\d{8})$/,
  '十位数字（国务院部门的网站为 bm 加八位数字）',
  '1234567890',
);

/** Of the ministry of industry: of the body, or with `-1` behind it of one of its sites. */
const icpNumber = formed(
  'bad-number',
  new RegExp(`^${PROVINCE}ICP备\\d{8,10}号(?:-\\d{1,3})?$`),
  '备案号全文：省份简称、ICP备、八至十位数字、号',
  '新ICP备12345678号-1',
);

/** Of the police. */
const policeNumber = formed(
  'bad-number',
  new RegExp(`^${PROVINCE}公网安备 ?\\d{14}号$`),
  '备案号全文：省份简称、公网安备、十四位数字、号',
  '新公网安备12345678901234号',
);

const phone = formed(
  'bad-number',
  /^(?:\d{5}|400-?\d{3}-?\d{4}|(?:0\d{2,3}-)?\d{7,8}(?:转\d{1,6})?)$/,
  '一个办公电话，区号后加连字符，分机写“转”',
  '0000-1234567',
);

const email = formed('bad-address', /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/, '一个电子邮箱', 'bangong@mail.example');

/** Longer addresses were pasted by mistake. */
const LONGEST = 500;

/** Where a link may lead; browsers take spaces and the like for something else than they look. */
function link(protocols: RegExp, wanted: string, example: string) {
  const message = `应为${wanted}，例如 ${example}`;
  return z
    .string()
    .transform((value, context): string => {
      const address = /[\s"<>\\^`{|}]/.test(value) || value.length > LONGEST ? null : URL.parse(value);
      const leads = address !== null && protocols.test(address.protocol) && address.username === '';
      return leads && address.pathname !== ''
        ? address.href
        : refuse(context, { rule: 'bad-address', message }, value);
    })
    .register(EDITOR_FORMS, {
      type: ['string'],
      pattern: `^${protocols.source.replaceAll(/[$^]/g, '')}\\S+$`,
      examples: [example],
      errorMessage: message,
    });
}

const webLink = link(/^https?:$/, '以 http:// 或 https:// 开头的网址', 'https://www.example/a/');
const linkOrMail = link(
  /^(?:https?|mailto):$/,
  '以 http://、https:// 或 mailto: 开头的链接',
  'https://www.example/jiucuo/',
);

/** How a body is reached. */
export const contactFields = {
  phone: ['联系电话', phone, '办公电话，不写手机号'],
  email: ['电子邮箱', email, '公开的办公邮箱'],
  postal: ['联系地址', textLike('示例市示例路1号'), '办公地址'],
  requests: ['依申请公开', linkOrMail, '“依申请公开”的网址或邮箱'],
} as const;

/** How a body, or who runs the site, is reached. */
export interface Contact {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly postal?: string | undefined;
  /** Where somebody asks for what is not published. */
  readonly requests?: string | undefined;
}

/** On what terms others may use the data. */
const licence = fields({
  name: ['名称', textLike('示例开放数据许可'), '许可的名称，如 知识共享署名 4.0 国际'],
  address: ['网址', webLink, '许可全文的网址'],
});
export type Licence = z.output<typeof licence>;

function optional<S extends z.ZodType>([label, schema, description]: Required<Field<S>>) {
  return [label, schema.optional(), description] as const;
}

/** What `site.yaml` says for the foot of every page. */
export const imprintFields = {
  operator: ['主办单位', textLike('示例市财政局').optional(), '网站的主办单位，印在每页下方'],
  contractor: ['承办单位', textLike('示例市信息中心').optional(), '网站的承办单位'],
  phone: optional(contactFields.phone),
  email: optional(contactFields.email),
  postal: optional(contactFields.postal),
  requests: optional(contactFields.requests),
  corrections: ['纠错', linkOrMail.optional(), '读者报告错误的网址或邮箱，如“我为政府网站找错”'],
  authority: ['党政机关标识', webLink.optional(), '党政机关网站标识的查验网址'],
  siteNumber: ['网站标识码', siteNumber.optional(), '政府网站标识码，十位数字'],
  icpNumber: ['ICP备案号', icpNumber.optional(), 'ICP 备案号全文，链接到工业和信息化部的查询网站'],
  policeNumber: ['公安备案号', policeNumber.optional(), '公安备案号全文，链接到公安部的查询网站'],
  licence: ['数据许可', licence.optional(), '开放数据按什么许可使用；写进数据目录和数据说明'],
} as const;
