import type { YamlEdit } from '../source/writer/edits.ts';
import type { YamlDocument, YamlPath } from '../source/yaml.ts';

/**
 * A form of content or pack files that an earlier state of the program read and today's does not, or reads as something
 * else. A file states no number of its form: a step knows it by what stands there, so a file of today's form must never
 * look like one of before. Steps that add lines add them at the end of the file, so that other findings keep their lines.
 */
export interface Step {
  /** The first version that knows only the form of today. */
  readonly since: string;
  /** The files that can hold it, by their path. */
  readonly files: RegExp;
  /** What the text of such a file holds for certain, so that others need not be parsed; left out where nothing does. */
  readonly mark?: string;
  /** Where a parsed file has this form, in the order of the file. */
  find(document: YamlDocument, others: OtherFiles): readonly OlderEntry[];
}

/** The files of the input beside the one that is looked at, as the steps before have left them. */
export interface OtherFiles {
  has(path: string): boolean;
  /** Undefined for a file that does not exist or cannot be read. */
  document(path: string): YamlDocument | undefined;
}

/** One place of an older form. */
export interface OlderEntry {
  /** The key that is named. */
  readonly at: YamlPath;
  /** What has changed and why: a Chinese sentence without its last mark. */
  readonly change: string;
  /** What makes today's form of it, or why nobody but an editor can say what is meant. */
  readonly rewrite: { readonly edits: readonly YamlEdit[] } | { readonly byHand: string };
}
