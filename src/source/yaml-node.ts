/** A scalar of the file. Its text is kept as written: `0.10` stays `0.10`, and no date or boolean is guessed. */
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly text: string;
  readonly start: number;
  /** Where the value is written, with its quotes or block sign; an empty one is written nowhere. */
  readonly span?: readonly [from: number, to: number];
}

/** A list of the file. */
export interface YamlSequence {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
  readonly start: number;
}

/** A mapping of the file, its keys in the order of the file. */
export interface YamlMapping {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly start: number;
}

/** A key with its value; the key with its quotes stands from `keyStart` to before `keyEnd`. */
export interface YamlEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: YamlNode;
}

export type YamlNode = YamlScalar | YamlSequence | YamlMapping;
