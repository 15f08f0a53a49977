/**
 * A function of a text that is worked out once as long as the text is among the last ones asked for. Texts stay as they
 * are while a booklet is edited, and many booklets say the same; what is made must never be changed.
 *
 * @param most how many texts are kept for certain; up to twice as many are
 */
export function recent<V>(most: number, make: (text: string) => V): (text: string) => V {
  let kept = new Map<string, V>();
  // What was kept before; whatever of it is asked for again is kept on.
  let earlier = new Map<string, V>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined || kept.has(text)) return known as V;
    const value = earlier.has(text) ? (earlier.get(text) as V) : make(text);
    if (kept.size >= most) [earlier, kept] = [kept, new Map()];
    kept.set(text, value);
    return value;
  };
}
