/** Two of a kind, one of each pack. */
export interface Pair<T> {
  readonly a: T;
  readonly b: T;
}

/** The two packs that are compared: what they are called in sentences, with what one of them says. */
export type Slugs = Pair<string>;

/** What both sides say of something. */
export function both<S, T>({ a, b }: Pair<S>, of: (one: S) => T): Pair<T> {
  return { a: of(a), b: of(b) };
}
