/**
 * What a terminal, a log or a reader would obey or overlook: control characters (line ends among them), marks that turn
 * the direction of writing, marks without width, separators of lines, halves of characters, and what is no character.
 */
const INVISIBLE =
  /[\p{Cc}\p{Bidi_Control}\u00ad\u180e\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** `一点\u{200B}钱`: a value of the input as it may be shown, each such character by its code. */
export function visibleText(text: string): string {
  return text.replaceAll(
    INVISIBLE,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`,
  );
}

/** A text of at most so many characters, the end of a longer one left out. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()}……`;
}
