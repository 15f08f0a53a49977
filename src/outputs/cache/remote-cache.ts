import { entryIn, entryPath } from './entry-file.ts';

/** How long one answer may take, in milliseconds: making a unit anew takes seconds. */
const PATIENCE = 10_000;
/** No entry is larger, in bytes. */
const MOST_BYTES = 2 ** 30;

/**
 * A cache folder that a web server shows, read and never written. Nothing that fails here is an error of the build, which
 * makes what it does not get: after a first failure it asks no more.
 */
export class RemoteCache {
  /** Why nothing is asked any more, in words. */
  failure: string | undefined;
  private readonly address: string;
  private readonly patience: number;

  /**
   * @param address of the folder: `https://host/cache/`
   * @param patience how long one answer may take, in milliseconds
   */
  constructor(address: URL, patience = PATIENCE) {
    this.address = address.href.replace(/\/*$/, '/');
    this.patience = patience;
  }

  /** The entry of a key; undefined where the server has none, or gives something else in its place. */
  async read(key: string): Promise<Uint8Array | undefined> {
    if (this.failure !== undefined) return undefined;
    try {
      const answer = await fetch(this.address + entryPath(key), {
        signal: AbortSignal.timeout(this.patience),
      });
      const file = await bodyOf(answer);
      return file && entryIn(key, file);
    } catch (error) {
      this.failure = reasonOf(error);
      return undefined;
    }
  }
}

/** Also a server that forbids what it has not, as buckets do, has no entry. */
const NONE = [403, 404, 410];

async function bodyOf(answer: Response): Promise<Uint8Array | undefined> {
  if (answer.ok && Number(answer.headers.get('content-length') ?? 0) <= MOST_BYTES)
    return Buffer.from(await answer.arrayBuffer());
  await answer.body?.cancel();
  if (answer.ok || NONE.includes(answer.status)) return undefined;
  throw new Error(`HTTP ${answer.status}`);
}

/** What lies behind `fetch failed` says more. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.message : String(cause);
}
