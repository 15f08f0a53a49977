/**
 * Pairs of two lists that both stay in order and together score most; what scores nothing is left alone.
 *
 * @returns for each of the first list the index in the second, or undefined
 */
export function alignInOrder(
  first: number,
  second: number,
  score: (a: number, b: number) => number,
): readonly (number | undefined)[] {
  const width = second + 1;
  const best = new Float64Array((first + 1) * width);
  const scores = new Float64Array(first * second);
  for (let a = first - 1; a >= 0; a -= 1) {
    for (let b = second - 1; b >= 0; b -= 1) {
      const own = score(a, b);
      scores[a * second + b] = own;
      const paired = own > 0 ? own + (best[(a + 1) * width + b + 1] ?? 0) : 0;
      const skipped = Math.max(best[(a + 1) * width + b] ?? 0, best[a * width + b + 1] ?? 0);
      best[a * width + b] = Math.max(paired, skipped);
    }
  }
  return walk(first, second, scores, best);
}

function walk(
  first: number,
  second: number,
  scores: Float64Array,
  best: Float64Array,
): readonly (number | undefined)[] {
  const width = second + 1;
  const pairs: (number | undefined)[] = Array.from({ length: first }, () => undefined);
  let a = 0;
  let b = 0;
  while (a < first && b < second) {
    const own = scores[a * second + b] ?? 0;
    const whole = best[a * width + b] ?? 0;
    if (own > 0 && whole === own + (best[(a + 1) * width + b + 1] ?? 0)) {
      pairs[a] = b;
      a += 1;
      b += 1;
    } else if (whole === (best[(a + 1) * width + b] ?? 0)) a += 1;
    else b += 1;
  }
  return pairs;
}
