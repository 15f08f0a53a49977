/** Entered where the body has not published a value. Not zero: no total that needs it can be computed. */
export const UNDISCLOSED = '未公开';

/** A value, or the fact that the body has not disclosed it. */
export type Disclosed<T> = T | typeof UNDISCLOSED;
