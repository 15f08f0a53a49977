import { EVENT_ID, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml';
import { error, type Diagnostic } from './diagnostic.ts';
import type { Place } from './place.ts';
import { scalarText } from './scalar-text.ts';
import type { SourceFile } from './source-file.ts';
import {
  hasOddCharacters,
  hiddenCharacters,
  isComposed,
  uncomposedCharacters,
  unfitCharacters,
} from './unfit-characters.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './yaml-node.ts';

interface OpenMapping {
  readonly kind: 'mapping';
  readonly entries: Map<string, YamlEntry>;
  readonly start: number;
  pendingKey?: YamlScalar | undefined;
}

interface OpenSequence {
  readonly kind: 'sequence';
  readonly items: YamlNode[];
  readonly start: number;
}

/** The block sign (`|-`, `>`) stands at the end of the line before the text. */
function blockSign(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start - 2) + 1;
  const sign = /[|>][-+\d]{0,2}[ \t]*(#.*)?\r?$/.exec(text.slice(line, start - 1));
  return sign === null ? start : line + sign.index;
}

function trailingSpace(text: string, { valueStart, valueEnd }: ScalarEvent): number {
  const value = text.slice(valueStart, valueEnd);
  return value.length - value.trimEnd().length;
}

/** From the end of a key to its colon. */
const BEFORE_VALUE = /[ \t]*:/y;

const EXPLICIT_KEY = '不支持“?”开头的键和没有键的冒号；请写成“键: 值”';

/** Folds the parser's flat events into a tree, noting what the accepted subset leaves out. */
export class TreeBuilder {
  readonly diagnostics: Diagnostic[] = [];
  /** What is wrong with characters of its texts: no matter of YAML. */
  readonly characters: Diagnostic[] = [];
  readonly source: SourceFile;
  root: YamlNode | undefined;
  documents = 0;
  private readonly composed: boolean;
  private readonly open: (OpenMapping | OpenSequence)[] = [];

  constructor(source: SourceFile) {
    this.source = source;
    this.composed = isComposed(source.text);
  }

  take(event: Event): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        this.documents += 1;
        return;
      case EVENT_ID.POP:
        this.close();
        return;
      case EVENT_ID.ALIAS:
        this.refuse(event.anchorStart - 1, '不支持引用（*）；请直接写出内容');
        this.place({ kind: 'scalar', text: '', start: event.anchorStart - 1 });
        return;
      case EVENT_ID.SCALAR:
        this.refuseAnchorAndTag(event);
        this.place(this.scalar(event));
        return;
      case EVENT_ID.SEQUENCE:
        this.refuseAnchorAndTag(event);
        this.open.push({ kind: 'sequence', items: [], start: event.start });
        return;
      case EVENT_ID.MAPPING:
        this.refuseAnchorAndTag(event);
        this.open.push({ kind: 'mapping', entries: new Map(), start: event.start });
        return;
    }
  }

  report(rule: string, message: string, offset: number): void {
    this.diagnostics.push(error(rule, message, this.source.placeAt(offset)));
  }

  private refuse(offset: number, message: string): void {
    this.report('yaml-syntax', message, offset);
  }

  private refuseAnchorAndTag(event: { anchorStart: number; tagStart: number }): void {
    if (event.anchorStart >= 0) this.refuse(event.anchorStart - 1, '不支持锚点（&）；请直接写出内容');
    if (event.tagStart >= 0) this.refuse(event.tagStart, '不支持类型标记（!）；请直接写出内容');
  }

  private scalar(event: ScalarEvent): YamlScalar {
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    const text = scalarText(this.source.text, event);
    this.reportCharacters(text, event);
    if (event.valueStart < 0) return { kind: 'scalar', text, start: -1 };
    const start = event.valueStart - (quoted ? 1 : 0);
    const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    const end = block
      ? event.valueEnd - trailingSpace(this.source.text, event)
      : event.valueEnd + (quoted ? 1 : 0);
    return { kind: 'scalar', text, start, span: [block ? blockSign(this.source.text, start) : start, end] };
  }

  /** What an escape brings in (`"\\uFFFE"`), and what is not in the usual form, which a comment may be. */
  private reportCharacters(text: string, { valueStart, valueEnd }: ScalarEvent): void {
    const written = this.source.text.slice(valueStart, valueEnd);
    const escaped = written.includes('\\');
    if (this.composed && !escaped) return;
    const start = this.source.placeAt(valueStart);
    const placeAt = (offset: number): Place =>
      written.startsWith(text) ? this.source.placeAt(valueStart + offset) : start;
    if (escaped && !hasOddCharacters(written))
      this.characters.push(...unfitCharacters(text, placeAt), ...hiddenCharacters(text, placeAt));
    this.characters.push(...uncomposedCharacters(text, placeAt));
  }

  private close(): void {
    const closed = this.open.pop();
    // The document's own end has nothing open.
    if (closed !== undefined) this.place(closed);
  }

  private place(node: YamlNode): void {
    const parent = this.open.at(-1);
    if (parent === undefined) {
      if (this.documents <= 1) this.root = node;
    } else if (parent.kind === 'sequence') parent.items.push(node);
    else this.placeInMapping(parent, node);
  }

  /** Whether an entry is written `key: value`; only then can it be told where it begins and ends. */
  private isPlainEntry(key: YamlScalar, { start }: OpenMapping): boolean {
    const { text } = this.source;
    if (key.span === undefined) return false;
    const [from, to] = key.span;
    let before = from;
    while (/[ \t]/.test(text.charAt(before - 1))) before -= 1;
    if (before < from && /(?:^|[\s{[,])\?$/.test(text.slice(Math.max(before - 2, 0), before))) return false;
    BEFORE_VALUE.lastIndex = to;
    return text.startsWith('{', start) || BEFORE_VALUE.test(text);
  }

  private placeInMapping(parent: OpenMapping, node: YamlNode): void {
    const key = parent.pendingKey;
    if (key === undefined) {
      if (node.kind !== 'scalar') this.refuse(Math.max(node.start, 0), '键应是一段文字，不能是列表或映射');
      parent.pendingKey = node.kind === 'scalar' ? node : { kind: 'scalar', text: '', start: node.start };
      return;
    }
    parent.pendingKey = undefined;
    const keyEnd = key.span?.[1] ?? key.start;
    if (!this.isPlainEntry(key, parent)) this.refuse(Math.max(key.start, parent.start), EXPLICIT_KEY);
    // Objects cannot hold it as a key: it would be lost without a word.
    if (key.text === '__proto__') this.refuse(key.start, '“__proto__”不能作键；请改正');
    const earlier = parent.entries.get(key.text);
    if (earlier === undefined) {
      parent.entries.set(key.text, { key: key.text, keyStart: key.start, keyEnd, value: node });
      return;
    }
    this.diagnostics.push(
      error('duplicate-key', `“${key.text}”写了两次；请只保留一处`, this.source.placeAt(key.start), [
        { message: `“${key.text}”第一次写在这里`, place: this.source.placeAt(earlier.keyStart) },
      ]),
    );
  }
}
