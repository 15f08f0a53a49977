/** Words that lead from a name to what it is. */
const LINK = '(?:是|为|系|在于|有|包括|包含|如下|因为|由于)';
const LINKS_AT_END = new RegExp(`${LINK}+$`, 'u');
/** What may stand before the name that is led in, and adds nothing to it. */
const PRELUDE = /^(?:主要|具体|变动|变化|增减|增加|减少|增长|下降|差异|支出|收入|经费|本年|其|的)*$/u;
/** The clause that a template's words end with: 主要原因是, 开支内容包括. */
const LAST_CLAUSE = /[^，。、；：！？,.;:!?（）()“”\s]*$/u;

/** Finds the lead-in that a text begins with although the template prints it before; undefined if there is none. */
export type LeadFinder = (text: string) => string | undefined;

/** The clause that a template's words end with, which leads in the text behind them. */
export function leadIn(words: string): string {
  return LAST_CLAUSE.exec(words.replace(/[：:\s]+$/u, ''))?.[0] ?? '';
}

/**
 * @param clause the template's lead-in: `主要原因是`
 * @param reason whether the texts are reasons, which may also tell what they are the reason of: 收入增加的主要原因是
 */
export function repeatedLead(clause: string, reason: boolean): LeadFinder {
  const name = clause.replace(LINKS_AT_END, '');
  const [repeatsName, repeatsLink] = [repeatedName(name, reason), repeatedLink(clause, name)];
  return (text) => repeatsName(text) ?? repeatsLink(text);
}

const NOTHING: LeadFinder = () => undefined;

/** 原因：, 主要原因是, 变动的主要原因为 where the template has 主要原因是. */
function repeatedName(name: string, reason: boolean): LeadFinder {
  const word = name.slice(-2);
  if (word.length < 2) return NOTHING;
  const words = RegExp.escape(word);
  const link = `(?:${LINK}*[：:]|(?:是|为|系|在于|包括|如下)(?![否主])[：:，,]?)`;
  const lead = new RegExp(`^((?!因|由于|受|鉴于|出于)[^，。、；：！？\\s]{0,25}?)${words}${link}`, 'u');
  const alone = new RegExp(`^(?:主要)?${words}[，,]`, 'u');
  return (text) => {
    const [found, prelude = ''] = lead.exec(text) ?? [];
    const fits = reason || PRELUDE.test(prelude) || name.endsWith(prelude + word);
    return found !== undefined && fits ? found : alone.exec(text)?.[0];
  };
}

/** 包括 where the template ends with 包括; 是因为, 主要是 where it ends with 主要原因是. */
function repeatedLink(clause: string, name: string): LeadFinder {
  const link = clause.slice(name.length);
  const again =
    link.length > 1 ? new RegExp(`^(?:主要|具体|内容)*${RegExp.escape(link)}[：:]?`, 'u') : undefined;
  const leads = [
    ...(again === undefined ? [] : [again]),
    ...(link.endsWith('是') && name.includes('主要') ? [MAINLY] : []),
    ...(link.endsWith('是') ? [BECAUSE] : []),
  ];
  return (text) => leads.flatMap((lead) => lead.exec(text)?.[0] ?? []).at(0);
}

const MAINLY = /^主要(?:是|系|为|因为|由于|因)(?:因为|由于)?/u;
const BECAUSE = /^是(?:因为|由于|因)/u;
