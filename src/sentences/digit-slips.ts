const DIGITS = [...'0123456789'];

/** A number with another digit in each of its places; separators stay. */
export function withOneReplaced(digits: string): readonly string[] {
  return [...digits].flatMap((own, at) =>
    DIGITS.includes(own) ? DIGITS.map((digit) => digits.slice(0, at) + digit + digits.slice(at + 1)) : [],
  );
}

/** A number without each of its digits, as far as what is left can be written so. */
export function withOneLess(digits: string): readonly string[] {
  return [...digits]
    .flatMap((own, at) =>
      DIGITS.includes(own) && digits.length > 1 ? [digits.slice(0, at) + digits.slice(at + 1)] : [],
    )
    .filter((one) => /^\d+(?:,\d+)*(?:\.\d+)?$/u.test(one));
}

/** A number with one digit more in each of its places. */
export function withOneMore(digits: string): readonly string[] {
  return Array.from({ length: digits.length + 1 }, (_, at) =>
    DIGITS.map((digit) => digits.slice(0, at) + digit + digits.slice(at)),
  ).flat();
}
