/** Every character of two bytes, by what the decoder makes of them. */
function characters(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const all = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1)
      if (second !== 0x7f) all.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  return all;
}

/** A text as Chinese Windows writes it. */
export function inGbk(text: string): Uint8Array {
  const known = characters();
  return Uint8Array.from(
    Array.from(text).flatMap((sign) =>
      sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : (known.get(sign) ?? [0x3f]),
    ),
  );
}
