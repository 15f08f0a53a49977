/**
 * A function of a text that is worked out once as long as the text is among the last ones asked for. Texts stay as they
 * are while a booklet is edited, and many booklets say the same; what is made must never be changed.
 *
 * @param most how many texts are kept
 */
export function recent<V>(most: number, make: (text: string) => V): (text: string) => V {
  const kept = new Map<string, V>();
  return (text) => {
    const value = kept.has(text) ? (kept.get(text) as V) : make(text);
    // A map keeps the order in which entries were put in: the first is the one not asked for the longest.
    kept.delete(text);
    kept.set(text, value);
    for (const oldest of kept.size > most ? kept.keys().take(1) : []) kept.delete(oldest);
    return value;
  };
}
