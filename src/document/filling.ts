import type { TextSlot } from '../accounts/texts/text-slots.ts';
import type { Narrative } from '../accounts/schema/narrative.ts';
import type { Fields } from '../pack/lists.ts';
import type { Helper, Template } from '../pack/template.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { error } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { placeOfKey, placeOfValue, type YamlPath } from '../source/yaml.ts';
import type { BookletSource } from './booklet-source.ts';
import { dayInWords } from './day-in-words.ts';
import { itemsOf, type ListItem } from './lists.ts';
import { keysOfItem, ownText } from './own-texts.ts';
import { Marks } from './marks.ts';
import { atTemplate } from './template-failure.ts';

/** What the words of a title or a cell are in this booklet, given as the pack has them. */
export type Say = (text: string) => string;

/** A template filled for one booklet: Markdown with marks. */
export interface FilledText {
  readonly markdown: string;
  readonly marks: Marks;
}

/** One booklet's templates being filled; it remembers what was explained. */
export class Filling {
  readonly source: BookletSource;
  readonly say: Say;
  readonly diagnostics: Diagnostic[] = [];
  /** Ids of the figures whose reason the sentences give. */
  readonly explained = new Set<string>();
  /** The texts of the pack's own slots that the sentences print, and those that are missing, by their paths. */
  readonly told = { printed: new Set<string>(), wanted: new Set<string>() };
  /** Ids of the figures that the sentences compare with last year's. */
  readonly compared = new Set<string>();
  readonly marks = new Marks();
  private template: Template | undefined;
  /** What templates can name, their phrases too. */
  readonly context: Readonly<Record<string, unknown>>;

  /** @param walked names of the lists that what is filled may walk */
  constructor(source: BookletSource, say: Say, walked: ReadonlySet<string>) {
    this.source = source;
    this.say = say;
    this.context = this.contextOf(source, walked);
  }

  /** Whether words say the sign of the numbers that are being printed: 小于预算1.20万元. */
  signInWords = false;

  /** Fills a phrase whose words say the sign of its numbers. */
  withSignInWords(fill: () => string): string {
    this.signInWords = true;
    try {
      return fill();
    } finally {
      this.signInWords = false;
    }
  }

  /** How many sections the part has so far, and how many within the last of them. */
  private sections = { main: 0, inner: 0 };

  /** The number of the next section of the part, or of the next one within it. */
  nextSection(kind: 'main' | 'inner'): number {
    const { main, inner } = this.sections;
    this.sections = kind === 'main' ? { main: main + 1, inner: 0 } : { main, inner: inner + 1 };
    return this.sections[kind];
  }

  /** Fills a template of the pack. Templates that name figures the booklet lacks must not come here. */
  fill(template: Template, helpers: Readonly<Record<string, Helper>>): FilledText {
    this.template = template;
    this.sections = { main: 0, inner: 0 };
    const place = (): Place => template.source.placeAt(0);
    const markdown = atTemplate(this.source.pack, place, () => template.fill(this.context, helpers));
    return { markdown, marks: this.marks };
  }

  /** Reports what a template asks for and cannot have where only its list items show it; prints nothing there. */
  refuse(rule: string, message: string): string {
    const place = this.template?.source.placeAt(0);
    if (place !== undefined) this.diagnostics.push(error(rule, `${message}（模板中的清单里）`, place));
    return '';
  }

  /** A text of narrative.yaml as a mark. */
  text(path: YamlPath, text: string): string {
    return this.marks.add({ kind: 'text', path, text, literals: this.source.year.narrative.value.literals });
  }

  private contextOf(source: BookletSource, walked: ReadonlySet<string>): Readonly<Record<string, unknown>> {
    const { year } = source;
    const { name, kind, supervisor } = year.unit;
    return {
      ...this.lists(source, walked),
      年度: this.marks.add({ kind: 'figure', id: '年度' }),
      单位: { 名称: this.name(name), 类型: this.name(kind), 主管部门: this.name(supervisor ?? name) },
      上年度: this.name(String(year.year - 1)),
      公开: this.publicationOf(year),
      叙述: Object.defineProperties(this.narrativeOf(year.narrative.value), this.ownTexts(source)),
    };
  }

  /** The days on which the accounts were approved and published. A template that prints one asks for it. */
  private publicationOf({ accounts }: BookletSource['year']): object {
    const { approvedOn, publishedOn } = accounts.value.publication;
    const asked = (day: string | undefined, key: string): PropertyDescriptor => ({
      get: () => {
        if (day !== undefined) return this.name(dayInWords(day));
        const message = `文字要印“${key}”，没有写；请在“公开”下补写“${key}: 2024-08-20”这样的日期，没有公开的写“未公开”`;
        this.diagnostics.push(error('missing-text', message, placeOfKey(accounts.document, ['公开'])));
        return '';
      },
    });
    return Object.defineProperties(
      {},
      { 批复日期: asked(approvedOn, '批复日期'), 公开日期: asked(publishedOn, '公开日期') },
    );
  }

  /** The texts of narrative.yaml. A template that prints one asks for it, so that nothing else need be written. */
  private narrativeOf(narrative: Narrative): Readonly<Record<string, unknown>> {
    const { duties, otherVehicles, performance, otherMatters } = narrative;
    const asked = (text: string, ...path: readonly [string, ...string[]]): PropertyDescriptor => ({
      enumerable: true,
      get: () => this.asked(text, path),
    });
    return Object.defineProperties(
      { 其他用车用途: this.required(otherVehicles, '其他用车用途', '国有资产.车辆.其他用车') },
      {
        主要职能: asked(duties, '主要职能'),
        绩效: {
          enumerable: true,
          value: Object.defineProperties(
            {},
            {
              成效: asked(performance.results, '绩效管理', '成效'),
              发现的问题及原因: asked(performance.problems, '绩效管理', '发现的问题及原因'),
              下一步改进措施: asked(performance.measures, '绩效管理', '下一步改进措施'),
            },
          ),
        },
        其他说明事项: asked(otherMatters, '其他说明事项'),
      },
    );
  }

  /** The texts that the pack asks for itself, one each. */
  private ownTexts({ pack }: BookletSource): PropertyDescriptorMap {
    const slots = pack.texts.slots.filter(({ by }) => by === undefined);
    return Object.fromEntries(slots.map((slot) => [slot.name, { get: () => this.own(slot) }]));
  }

  /** A text of a slot that the pack declares, of an item of a list by the item's keys. */
  private own(slot: TextSlot, keys?: readonly string[]): string {
    const { path, text } = ownText(slot, this.source, keys);
    this.told[text === undefined ? 'wanted' : 'printed'].add(path.join('.'));
    return text === undefined && slot.optional ? '' : this.asked(text ?? '', path);
  }

  private asked(text: string, path: readonly [string, ...string[]]): string {
    if (text !== '') return this.text(path, text);
    const { document } = this.source.year.narrative;
    const key = path.at(-1) ?? '';
    const under = path.length > 1 ? `在“${path[0]}”下` : '';
    const message = `文字要印“${key}”，${document.source.path} 没有写；请${under}补写“${key}: ……”，没有公开的写“未公开”（后面接着别的话的写“未公开。”）`;
    this.diagnostics.push(error('missing-text', message, placeOfKey(document, path)));
    return '';
  }

  /** Lists, with their texts as marks. */
  private lists(source: BookletSource, walked: ReadonlySet<string>): Readonly<Record<string, unknown>> {
    const { lists } = source.pack.vocabulary;
    const lines = [...walked].flatMap((name) => {
      const fields = lists.get(name);
      if (fields === undefined) return [];
      return [[name, itemsOf(name, source, this.say).map((item) => this.marked(item, fields))]] as const;
    });
    return Object.fromEntries(lines);
  }

  private marked(item: ListItem, fields: Fields): Readonly<Record<string, unknown>> {
    const texts = this.source.pack.texts.slots.filter(({ name, by }) => by !== undefined && fields.has(name));
    const marked = Object.fromEntries(
      Object.entries(item).map(([name, value]) => {
        const field = fields.get(name);
        if (typeof value === 'string') return [name, field?.kind === 'text' ? this.name(value) : value];
        return [
          name,
          field?.kind === 'list' ? value.map((one) => this.marked(one as ListItem, field.items)) : value,
        ];
      }),
    ) as Readonly<Record<string, unknown>>;
    // Templates call what is a function: a text is asked for only where it is printed.
    const asked = texts.map((slot) => [slot.name, () => this.own(slot, keysOfItem(slot, item))] as const);
    return { ...marked, ...Object.fromEntries(asked) };
  }

  /** A name as a mark. */
  name(text: string): string {
    return this.marks.add({ kind: 'name', text });
  }

  /** A text that is needed only where a figure is not zero. */
  private required(text: string | undefined, key: string, figureId: string): string {
    if (text !== undefined) return this.text([key], text);
    const { value } = this.source.figures.get(figureId);
    if (value.state === 'known' && !value.exact.isZero()) {
      const place = placeOfValue(this.source.year.narrative.document, []);
      this.diagnostics.push(error('missing-text', `“${figureId}”不为 0，没有写“${key}”；请补上`, place));
    }
    return '';
  }
}
