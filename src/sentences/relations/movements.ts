/** Words for what comes: people, things and money. */
const CAME =
  /录用|考录|招[聘录收入生考]|录取|新[招聘进购增开办设建收立补添到签]|[购买引招聘加调转划并拨收存借]入|聘用|引进|选调|转任|补充|入[藏库职学院伍]|接[收养管]|安置|购置|购进|增[加设拨补]|注册|设立|开通|收治|立案|追加|借入|吸纳|建成|投入|到[账款]/u;
/** Words for what goes. */
const WENT =
  /退[休出役还回]|减[少员]|转[岗出固]|停[运用办]|裁减|[调划移迁流转售支借]出|调离|辞[职退去]|离[职岗任]|解聘|去世|病故|死亡|开除|注销|吊销|报[废损]|处置|核[减销]|撤[销并]|解除|合并|关[停闭]|拆除|淘汰|摊销|折旧|收回|剔[旧除]|领[用取]|[审办执]结|结案|化解|移交|毕业|结业|出[院库栏]|清退|归还|偿还|消耗|上缴|流失|销号|使用|支付|发放/u;
/** 计提折旧, 不再使用: what looks like coming or going and is the other. */
const BOTH = /(?=增减|进出|出入)/u;

/** 78 人，其中借出 5 人、借入 3 人: who came and who went are no parts of one whole. */
export function areExchanged(names: readonly string[]): boolean {
  const some = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  return some(/[借调转迁划]入/u) && some(/[借调转迁划]出/u);
}

/** Whether words say that who or what they speak of came or went; undefined where they say neither, or both. */
export function directionOfMovement(words: string): 1 | -1 | undefined {
  const [came, went] = [CAME.test(words), WENT.test(words)];
  if (came === went || BOTH.test(words)) return undefined;
  return came ? 1 : -1;
}
