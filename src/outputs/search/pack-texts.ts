import { append, encodeRuns } from '../../search/runs.ts';
import type { TextFile } from '../../search/index-files.ts';

/** Bytes of texts in a file, unless a single one has more. */
const SIZE = 8_000;

/** A file with the number of its first section. */
export interface PackedTexts {
  readonly first: number;
  readonly entries: TextFile;
}

/** Divides the texts of sections into files of like size; what is the same word for word stands in a file once. */
export class TextPacking {
  private readonly finished: PackedTexts[] = [];
  private sections = new Map<string, number[]>();
  private size = 0;
  private first = 0;

  /** Adds a section's text; its number must be greater than all before. */
  add(section: number, text: string): void {
    const added = this.sections.has(text) ? 0 : Buffer.byteLength(text);
    if (this.size > 0 && this.size + added > SIZE) this.finish();
    if (this.sections.size === 0) this.first = section;
    this.size += this.sections.has(text) ? 0 : Buffer.byteLength(text);
    const sections = this.sections.get(text) ?? [];
    append(sections, section);
    this.sections.set(text, sections);
  }

  /** All files, the last one finished. */
  files(): readonly PackedTexts[] {
    this.finish();
    return this.finished;
  }

  private finish(): void {
    if (this.sections.size > 0) {
      const entries = [...this.sections].map(([text, sections]) => [encodeRuns(sections), text] as const);
      this.finished.push({ first: this.first, entries });
    }
    this.sections = new Map();
    this.size = 0;
  }
}
