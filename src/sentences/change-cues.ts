import { comparandIn } from './comparands.ts';
import type { Found } from './found-cue.ts';
import type { Role } from './roles.ts';

const TO =
  /(?:到|至|为|(?<!完)成)(?:约|了|\s|近|不足|上年的?|去年的?|本年的?|今年的?|年末的?|年底的?|期末的?|\d{4}年度?的?)*$/u;
/** 多办, 少支付: what was done more of or less. */
const DONE =
  '(?:支付|支出|花费?|使?用|付费?|办[理结]?|收[取缴]?|受理|发放?|接待|完成|安排|采购|购[买置]|列支|开支|投入|拨付?|签发|处理|招[录聘]?|接听|服务|培训|走访|跑|缴纳?|领取?|租用?|生产|开展|举办|提供|登记|审批|调解|制发|建成?|设立?|覆盖)';
const MORE = `(?<![众许很最诸更大较])多${DONE}`;
const LESS = `(?<![至不减缺较很最极])少${DONE}`;
export const UP =
  '(?:增加|增长|上升|提高|提升|上涨|增大|扩大|扩展|拓展|净增加?|增支|增收|多收|超额完成|超额|调增|上浮|攀升|抬升|跃升|激增|走高|多支出|多支|超支|超出|高出|回升|增多|增幅|涨幅|增速|增量|递增|核增|审增|超(?:概算|预算|估算|限价|合同价)|(?<!上)涨(?!幅|价))';
export const DOWN =
  '(?:减少|下降|降低|缩短|净减|收窄|压降|精简|减收|少收|下调|下浮|调减|压减|压缩|缩减|节约|节省|回落|下滑|锐减|走低|缩水|减支|少支出|少支|核减|审减|削减|便宜|腾退|降幅|减幅|递减|结余)';
const OBJECT = '(?:了|额|数|率|幅度?|金额|支出|资金|经费|费用|数额|收入|财政资金|预算资金|幅度|比例|约)*';
const VERB_UP = new RegExp(`(?:${UP}|${MORE})${OBJECT}$`, 'u');
const VERB_DOWN = new RegExp(`(?:${DOWN}|${LESS})${OBJECT}$`, 'u');
/** 每人每月少发补贴: what one of each has, whatever it is compared with. */
const OF_EACH = new RegExp(`^(?:平均)?每(?!年).*(?:${MORE}|${LESS})${OBJECT}`, 'u');
/** 比序时进度慢 6 个百分点. */
const AHEAD = /(?:快|领先|超前)了?$/u;
const BEHIND = /(?:慢|滞后|落后)了?$/u;
const SHORT_UP = /(?:[多增高超升长]|推迟|延后|延期)(?:了|出)?$/u;
const SHORT_DOWN = /(?:[少减低降短]|提前|提早)(?:了|于)?$/u;
/** 较上年多到位: whatever was done more of than last year. */
const MORE_THAN =
  /(?:上年|去年|同期|预算|计划)(?:度|同期|的|数)*多(?![个项数次家种人])[\p{Script=Han}]{1,4}$/u;
const LESS_THAN =
  /(?:上年|去年|同期|预算|计划)(?:度|同期|的|数)*少(?![个项数次家种人])[\p{Script=Han}]{1,4}$/u;
const HAS_VERB = new RegExp(`${UP}|${DOWN}|${MORE}|${LESS}`, 'u');
const ENDS_REACHED = new RegExp(
  `(?:${UP}|${DOWN}|[增升减降压缩扩])[到至为成]?(?:(?:上年|本年|今年|年末|年底|期末|目前|\\d{4}年度?)的?)?$`,
  'u',
);

/** 恢复到 5 期, 优化为 4 个: reached, up or down. */
const TURNED =
  /^(?:逐步|大幅|稳步|进一步|又|再|已|本年|今年)*(?:恢复|调整|优化|变更|变|改|整合|合并|归并|修订|核定|发展|延伸|延长|压减|精简)[到至为成]?$/u;

/** 减少到 3 人: what was reached, of what stands before the verb. */
export function reached(words: string, clause: string): Found {
  if (TO.test(clause) && TURNED.test(words)) return { role: 'amount', direction: 0, subject: '' };
  if (!TO.test(clause) || !ENDS_REACHED.test(words)) return { role: 'amount', direction: 0, subject: words };
  const verb = words
    .replace(/(?:(?:上年|本年|今年|年末|年底|期末|目前|\d{4}年度?)的?)?$/u, '')
    .replace(/[到至为成]$/u, '');
  const down = /(?:[减降压缩精]|回落|收窄|下[滑调])[^增升提扩超]*$/u.test(verb.slice(-4));
  return { role: 'amount', direction: down ? -1 : 1, subject: subjectOfChange(verb) };
}

export function changeCue(role: Role, words: string, clause: string, lastYear: string): Found | undefined {
  const comparand = comparandIn(words, lastYear);
  const up = isUp(role, words, comparand !== undefined);
  const down = !up && isDown(role, words, comparand !== undefined);
  if ((!up && !down) || OF_EACH.test(words)) return undefined;
  if (TO.test(clause) && !/[额率幅数]\s*为$/u.test(clause)) return undefined;
  const subject = subjectOfChange(words);
  return { role, direction: up ? 1 : -1, subject, ...(comparand && { comparand }) };
}

function isUp(role: Role, words: string, compared: boolean): boolean {
  return (
    VERB_UP.test(words) ||
    (compared && (SHORT_UP.test(words) || MORE_THAN.test(words))) ||
    (role === 'points' && (AHEAD.test(words) || /^(?:高于|高出)$/u.test(words)))
  );
}

function isDown(role: Role, words: string, compared: boolean): boolean {
  return (
    VERB_DOWN.test(words) ||
    (compared && (SHORT_DOWN.test(words) || LESS_THAN.test(words))) ||
    (role === 'points' && (BEHIND.test(words) || words === '低于'))
  );
}

/** 一年间涨了, 每台便宜: when, and of which. */
const NO_SUBJECT = /^(?:一年[间来]|[其期]间|每(?!年)[\p{Script=Han}]{1,3})$/u;

/** What grew: the words before the verb and before what it is compared with. */
function subjectOfChange(words: string): string {
  const verb =
    HAS_VERB.exec(words)?.index ??
    (/[增升减降缩扩多少高低超]了?$/u.test(words) ? words.length - 1 : words.length);
  const before = words.slice(0, verb);
  const compared = /(?:与|同|比|较|相对)(?=[^，]*(?:年|预算|期|计划|目标|$))/u.exec(before);
  const subject = before.slice(0, compared?.index ?? before.length).replace(/同比$|同$/u, '');
  return NO_SUBJECT.test(subject) ? '' : subject;
}
