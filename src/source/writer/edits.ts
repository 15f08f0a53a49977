import type { YamlPath } from '../yaml.ts';
import type { YamlValue } from './value.ts';

/** Where a new entry goes among those that are there. */
export type EntryPlace =
  | 'end'
  | { readonly before: string }
  | { readonly after: string }
  /** Behind the nearest key that the list has before it. */
  | { readonly order: readonly string[] };

/** A change of a file. Paths are those of the file as the changes before have left it. */
export type YamlEdit =
  /** Another value, where something stands or a mapping can hold it; what is the same in both stays as it is written. */
  | { readonly do: 'set'; readonly at: YamlPath; readonly to: YamlValue }
  /** Another value, written anew: comments within the old one go with it. */
  | {
      readonly do: 'replace';
      readonly at: YamlPath;
      readonly to: YamlValue;
      /** In brackets on the line of the old one, so that no line moves. */
      readonly inLine?: boolean;
    }
  /** A new entry of a mapping, which may be empty. */
  | {
      readonly do: 'insert';
      readonly at: YamlPath;
      readonly key: string;
      readonly value: YamlValue;
      readonly place?: EntryPlace;
      /** With a blank line above and below, where it becomes the first entry of a block. */
      readonly apart?: boolean;
    }
  /** A new item of a list, which may be empty; at its end, or before the item of a position. */
  | { readonly do: 'add'; readonly at: YamlPath; readonly value: YamlValue; readonly index?: number }
  /** An entry or item goes, with the comments that belong to it. */
  | { readonly do: 'remove'; readonly at: YamlPath }
  | { readonly do: 'rename'; readonly at: YamlPath; readonly key: string }
  /** The comment lines above an entry or item of a block collection, without their signs. */
  | { readonly do: 'comment'; readonly at: YamlPath; readonly lines: readonly string[] };
