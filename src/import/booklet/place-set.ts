const BITS = 32;

/** Places by their numbers, in their order however they were added. */
export class PlaceSet {
  private readonly words: Uint32Array;

  constructor(size: number) {
    this.words = new Uint32Array(Math.ceil(size / BITS));
  }

  add(place: number): void {
    const word = place >>> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (place & 31));
  }

  remove(place: number): void {
    const word = place >>> 5;
    this.words[word] = (this.words[word] ?? 0) & ~(1 << (place & 31));
  }

  /** The next place behind one, -1 if there is none. */
  after(place: number): number {
    const from = place + 1;
    let word = from >>> 5;
    let bits = (this.words[word] ?? 0) & (-1 << (from & 31));
    while (bits === 0) {
      word += 1;
      if (word >= this.words.length) return -1;
      bits = this.words[word] ?? 0;
    }
    return word * BITS + (31 - Math.clz32(bits & -bits));
  }

  clear(): void {
    this.words.fill(0);
  }
}
