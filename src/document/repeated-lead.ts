/** Words that lead from a name to what it is. */
const LINK = '(?:是|为|系|在于|有|包括|包含|如下|因为|由于)';
const LINKS_AT_END = new RegExp(`${LINK}+$`, 'u');
/** What may stand before the name that is led in, and adds nothing to it. */
const PRELUDE = /^(?:主要|具体|变动|变化|增减|增加|减少|增长|下降|差异|支出|收入|经费|本年|其|的)*$/u;
/** The clause that a template's words end with: 主要原因是, 开支内容包括. */
const LAST_CLAUSE = /[^，。、；：！？,.;:!?（）()“”\s]*$/u;

/**
 * The lead-in at the beginning of a text that the template prints before it, too; undefined if there is none.
 *
 * @param before the template's words before the text, in its paragraph: `，主要原因是：`
 * @param reason whether the text is a reason, which may also tell what it is the reason of: 收入增加的主要原因是
 */
export function repeatedLead(text: string, before: string, reason: boolean): string | undefined {
  const clause = LAST_CLAUSE.exec(before.replace(/[：:\s]+$/u, ''))?.[0] ?? '';
  const name = clause.replace(LINKS_AT_END, '');
  return repeatedName(text, name, reason) ?? repeatedLink(text, clause, name);
}

/** 原因：, 主要原因是, 变动的主要原因为 where the template has 主要原因是. */
function repeatedName(text: string, name: string, reason: boolean): string | undefined {
  const word = name.slice(-2);
  if (word.length < 2) return undefined;
  const words = RegExp.escape(word);
  const link = `(?:${LINK}*[：:]|(?:是|为|系|在于|包括|如下)(?![否主])[：:，,]?)`;
  const lead = new RegExp(`^((?!因|由于|受|鉴于|出于)[^，。、；：！？\\s]{0,25}?)${words}${link}`, 'u').exec(
    text,
  );
  const prelude = lead?.[1] ?? '';
  if (lead !== null && (reason || PRELUDE.test(prelude) || name.endsWith(prelude + word))) return lead[0];
  return new RegExp(`^(?:主要)?${words}[，,]`, 'u').exec(text)?.[0];
}

/** 包括 where the template ends with 包括; 是因为, 主要是 where it ends with 主要原因是. */
function repeatedLink(text: string, clause: string, name: string): string | undefined {
  const link = clause.slice(name.length);
  if (link === '') return undefined;
  const again =
    link.length > 1 ? new RegExp(`^(?:主要|具体|内容)*${RegExp.escape(link)}[：:]?`, 'u').exec(text) : null;
  if (again !== null) return again[0];
  if (!link.endsWith('是')) return undefined;
  const mainly = name.includes('主要') ? /^主要(?:是|系|为|因为|由于|因)(?:因为|由于)?/u.exec(text) : null;
  return (mainly ?? /^是(?:因为|由于|因)/u.exec(text))?.[0];
}
