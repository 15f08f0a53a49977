import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/** A bucket on this machine, behind a server that speaks S3 and holds each request's signature against its keys. */
export interface LocalBucket {
  readonly url: string;
  /** What the program wants to find in its environment. */
  readonly keys: { readonly AWS_ACCESS_KEY_ID: string; readonly AWS_SECRET_ACCESS_KEY: string };
  /** Reads an object as any visitor does; undefined if there is none. */
  read(key: string): Promise<{ readonly text: string; readonly type: string | null } | undefined>;
  close(): Promise<void>;
}

/** Opens an empty bucket that everybody may read. */
export async function openLocalBucket(): Promise<LocalBucket> {
  const directory = mkdtempSync(join(tmpdir(), 'mingbai-bucket-'));
  const name = 'site';
  const server = new S3rver({ port: 0, silent: true, directory, configureBuckets: [{ name }] });
  const { port } = await server.run();
  const url = `http://localhost:${port}/${name}`;
  return {
    url,
    keys: { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' },
    async read(key) {
      const answer = await fetch(`${url}/${key}`);
      return answer.ok
        ? { text: await answer.text(), type: answer.headers.get('content-type') }
        : void (await answer.text());
    },
    async close() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
