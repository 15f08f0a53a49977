import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeInText, type YamlDocument } from '../source/yaml.ts';
import type { FilledText } from './filling.ts';
import { leadIn, repeatedLead, type LeadFinder } from './repeated-lead.ts';
import type { Mark } from './marks.ts';

type TextMark = Extract<Mark, { kind: 'text' }>;

/** A stretch at an end of a text that does not go with what the template prints there. */
interface Clash {
  /** Where the stretch begins. */
  readonly offset: number;
  readonly message: string;
}

/** Marks that nothing can begin with. */
const NO_BEGINNING = /^[，。、；：！？,.;:!?/／\\|·…—-]+/u;
/** Marks after which the sentence has to go on. */
const UNFINISHED = /[，、；：,;:]+$/u;
const FINISHED = /[。！？.!?]+$/u;
const ENDED = /[。！？.!?…][”’」』）)》]*$/u;
const MARK_AHEAD = /^[，。、；：！？,.;:!?]/u;
/** The template goes on with a heading of its own: 发现的问题及原因：. */
const LABEL_AHEAD = /^[^，。、；：！？\s]{2,20}：/u;

/**
 * Texts whose beginning or end does not fit the words and marks that a template prints around them: a lead-in or a
 * full stop that the template prints as well, a comma before its full stop, a sentence that runs into the next one.
 * What is printed around a text is read off the filled template, whatever the pack.
 */
export function looseEnds({ markdown, marks }: FilledText, document: YamlDocument): readonly Diagnostic[] {
  const pieces = marks.split(markdown);
  const leads = new Leads();
  return pieces.flatMap((piece, index) => {
    // A text of marks alone says nothing, which is a mistake of its own.
    if (typeof piece === 'string' || piece.kind !== 'text' || !/\p{L}/u.test(piece.text)) return [];
    const before = wordsOf(pieces[index - 1]);
    const after = wordsOf(pieces[index + 1]);
    return [beginningClash(piece, before, leads), endClash(piece, after)].flatMap((clash) =>
      clash === undefined
        ? []
        : [error('loose-ends', clash.message, placeInText(document, piece.path, piece.text, clash.offset))],
    );
  });
}

function wordsOf(piece: string | Mark | undefined): string {
  return typeof piece === 'string' ? piece : '';
}

function beginningClash({ path, text }: TextMark, before: string, leads: Leads): Clash | undefined {
  const [marks] = NO_BEGINNING.exec(text) ?? [];
  if (marks !== undefined)
    return { offset: 0, message: `文字以“${marks}”开头，接在模板的文字后面读不通；请删去` };
  const heading = /(?:^|\n)#+ ([^\n]+)\n+$/u.exec(before)?.[1];
  const repeated =
    heading === undefined
      ? leads.before(before.slice(before.lastIndexOf('\n') + 1), path[0] === '原因')(text)
      : repeatedHeading(text, heading);
  if (repeated === undefined) return undefined;
  const message = `文字开头的“${repeated}”，模板已印在前面，会印成两遍；请删去，只写后面的内容`;
  return { offset: 0, message };
}

/** A pack leads in its many texts with few clauses. */
class Leads {
  private readonly finders = new Map<string, LeadFinder>();

  before(words: string, reason: boolean): LeadFinder {
    const clause = leadIn(words);
    const key = `${clause} ${reason}`;
    const finder = this.finders.get(key) ?? repeatedLead(clause, reason);
    this.finders.set(key, finder);
    return finder;
  }
}

/** The heading above a paragraph, written again as its first line. */
function repeatedHeading(text: string, heading: string): string | undefined {
  const [first = ''] = text.split('\n', 1);
  return withoutOrdinal(first) === withoutOrdinal(heading) ? first : undefined;
}

function withoutOrdinal(line: string): string {
  return line.replace(/^[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?/u, '').replace(/[\s：:。]+$/u, '');
}

function endClash({ text }: TextMark, following: string): Clash | undefined {
  const [after = ''] = following.split('\n', 1);
  const unfinished = UNFINISHED.exec(text);
  if (unfinished !== null) {
    const message = `文字以“${unfinished[0]}”结尾，话没有说完；请删去这个标点，或把话写完`;
    return { offset: unfinished.index, message };
  }
  const finished = FINISHED.exec(text);
  if (finished !== null && MARK_AHEAD.test(after)) {
    const message = `文字以“${finished[0]}”结尾，模板后面已印“${after.charAt(0)}”；请删去末尾的标点`;
    return { offset: finished.index, message };
  }
  return runsOn(text, after) ?? repeatedEnd(text, after);
}

/** A sentence without its full stop before the next one. */
function runsOn(text: string, after: string): Clash | undefined {
  const sentences = text.includes('。') && /^\p{Script=Han}/u.test(after);
  if (ENDED.test(text) || !(sentences || LABEL_AHEAD.test(after))) return undefined;
  const message = `文字末尾没有句号，会与模板后面的“${after.slice(0, 10)}”连在一起；请补上“。”`;
  return { offset: text.length - 1, message };
}

/** Words at the end that the template prints as well: 等 before 等, 等支出 before 等支出. */
function repeatedEnd(text: string, after: string): Clash | undefined {
  const longest = Math.min(text.length, after.length, 12);
  for (let length = longest; length > 0; length -= 1) {
    const words = after.slice(0, length);
    if (length === 1 && words !== '等') return undefined;
    if (!text.endsWith(words) || /\p{P}/u.test(words)) continue;
    const message = `文字末尾的“${words}”，模板已印在后面，会印成两遍；请删去`;
    return { offset: text.length - length, message };
  }
  return undefined;
}
