/** All stretches of a text of a length, in order: `政务`, `务服`, `服务` of 政务服务. */
export function piecesOf(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.max(text.length - length + 1, 0) }, (_, at) =>
    text.slice(at, at + length),
  );
}
