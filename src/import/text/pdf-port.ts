/** What the two halves of pdf.js tell each other, as far as it is known here. */
interface Message {
  readonly action?: string;
  /** Of a question that is waited for. */
  readonly callbackId?: number;
  /** What there is so far of a longer answer. */
  readonly chunk?: object;
}

/** What is told so that pages can be painted: fonts, pictures, patterns. */
const PAINT: ReadonlySet<string> = new Set(['obj', 'commonobj']);

/**
 * Joins the two halves of pdf.js, the one that reads a file and the one that is asked for pages, in one process. The
 * library's own way copies all that they tell each other, and hands on the fonts too: in a booklet that takes as long as
 * reading it.
 */
export class PdfPort extends EventTarget {
  /** Tells the other half, once this one has said what it had to: both listen, and know what is for them. */
  postMessage(message: Message): void {
    if (PAINT.has(message.action ?? '') && message.callbackId === undefined) return;
    const data = message.chunk === undefined ? message : { ...message, chunk: ownLists(message.chunk) };
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }
}

/** The half that reads empties its lists once it has told what is in them. */
function ownLists(chunk: object): object {
  const own = Object.entries(chunk).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? [...(value as readonly unknown[])] : value,
  ]);
  return Object.fromEntries(own) as object;
}
