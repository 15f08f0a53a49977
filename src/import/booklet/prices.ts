/** A text is read along a pattern as it fits best; these are the prices of what does not fit. */
export const PRICE = {
  /** One sign instead of another. */
  wrong: 1.2,
  /** Where words stand in the text that the pattern has not. */
  added: { begin: 2, sign: 0.25 },
  /** Where words of the pattern are not in the text. */
  lost: { begin: 2, sign: 0.25 },
  /** A number or a name that is not there. */
  emptySlot: 2,
};
