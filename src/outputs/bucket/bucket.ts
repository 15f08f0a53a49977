import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { Refusal } from '../../workspace/refusal.ts';
import { readListing, type StoredObject } from './listing.ts';

/** Where a bucket is and who may write to it. */
export interface BucketAddress {
  /** The bucket's own address, without a key: `https://NAME.oss-cn-hangzhou.aliyuncs.com`, or `https://HOST/NAME`. */
  readonly url: URL;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What is put into a bucket. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** How the bytes are packed, if they are: browsers are told, and unpack them. */
  readonly encoding?: 'gzip';
}

/** Objects of one bucket, over the part of the S3 protocol that OSS, COS and OBS speak too. */
export interface Bucket {
  /** All objects whose key begins with the prefix. */
  list(prefix: string): Promise<readonly StoredObject[]>;
  put(key: string, content: Content): Promise<void>;
  remove(key: string): Promise<void>;
}

/**
 * Opens a bucket. Nothing is asked of it before the first call; what it refuses is a `Refusal` with its own words.
 */
export function openBucket({ url, region, accessKeyId, secretAccessKey }: BucketAddress): Bucket {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 4 });
  const root = url.href.replace(/[?#].*$/, '').replace(/\/*$/, '');
  const ask = async (method: string, path: string, content?: Content) => {
    const { answer, text } = await client
      .fetch(root + path, requestOf(method, content))
      .then(async (found) => ({ answer: found, text: await found.text() }))
      .catch((error: unknown) => {
        throw new Refusal(`连不上 ${url.host}：${reasonOf(error)}`, { cause: error });
      });
    if (!answer.ok) throw new Refusal(refused(method, root + path, answer.status, text));
    return text;
  };
  return {
    async list(prefix) {
      const objects: StoredObject[] = [];
      for (let marker: string | undefined = ''; marker !== undefined;) {
        const query: string = new URLSearchParams({ 'max-keys': '1000', prefix, marker }).toString();
        const answer = await ask('GET', `?${query.replaceAll('+', '%20')}`);
        const { found, next } = pageAfter(marker, answer, url.host);
        objects.push(...found);
        marker = next;
      }
      return objects;
    },
    async put(key, content) {
      await ask('PUT', pathOf(key), content);
    },
    async remove(key) {
      await ask('DELETE', pathOf(key));
    },
  };
}

function requestOf(method: string, content: Content | undefined) {
  const bytes = content?.bytes ?? new Uint8Array();
  return {
    method,
    // Elsewhere than at the address that was given, nobody may write.
    redirect: 'manual',
    headers: {
      'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex'),
      ...(content && { 'content-type': content.type }),
      ...(content?.encoding && { 'content-encoding': content.encoding }),
    },
    ...(content && { body: Buffer.from(bytes) }),
  } as const;
}

/** The objects that a bucket lists behind a marker, and the marker of those that follow. */
function pageAfter(marker: string, answer: string, host: string) {
  const listing = readListing(answer);
  const next = listing?.truncated === true ? listing.found.at(-1)?.key : undefined;
  // A list that goes on from nowhere, or from where it was, never ends.
  if (listing === undefined || (listing.truncated && (next === undefined || next === marker)))
    throw new Refusal(`${host} 答复的不是桶的清单；请检查桶的地址，没有传任何文件`);
  return { found: listing.found, next };
}

/** A key as the end of an address: all but letters, digits and `-._~` by their codes, as signatures want it (RFC 3986). */
function pathOf(key: string): string {
  const encode = (part: string) =>
    encodeURIComponent(part).replace(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return `/${key.split('/').map(encode).join('/')}`;
}

function refused(method: string, address: string, status: number, answer: string): string {
  const [code = '', message = ''] = ['Code', 'Message'].map(
    (name) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(answer)?.[1] ?? '',
  );
  return `桶不接受 ${method} ${new URL(address).pathname}：${[status, code, message].filter(Boolean).join(' ')}；请检查桶的地址、区域、密钥和权限`;
}

/** Node tells why a request failed in the cause of its error. */
function reasonOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error ? inner.message : String(inner);
}
