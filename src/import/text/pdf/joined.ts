/** Things that are counted from 0, of which some turn out to be parts of one. */
export class Joined {
  private readonly parents: number[];

  constructor(count: number) {
    this.parents = Array.from({ length: count }, (_, index) => index);
  }

  /** The one that stands for all of which a thing is a part. */
  rootOf(index: number): number {
    let at = index;
    while (this.parents[at] !== at) at = this.parents[at] ?? at;
    return at;
  }

  join(one: number, other: number): void {
    this.parents[this.rootOf(other)] = this.rootOf(one);
  }
}
