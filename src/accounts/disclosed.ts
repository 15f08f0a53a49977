/** Entered where the body has not published a value. Not zero: no total that needs it can be computed. */
export const UNDISCLOSED = '未公开';

/** A value, or the fact that the body has not disclosed it. */
export type Disclosed<T> = T | typeof UNDISCLOSED;

/** What a text says; undefined where it is left out or 未公开. */
export function knownText(text: string | undefined): string | undefined {
  return text === UNDISCLOSED ? undefined : text;
}
