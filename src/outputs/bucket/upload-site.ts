import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lookup } from 'mrmime';
import { filesBelow } from '../../workspace/files-below.ts';
import { MARKER } from '../../workspace/output-marker.ts';
import { Refusal } from '../../workspace/refusal.ts';
import type { Bucket, Content } from './bucket.ts';
import { holdsDrafts } from '../published/draft-site.ts';
import { isOurs, planUpload, type UploadPlan } from './plan-upload.ts';

/** Requests under way at once: a site has hundreds of small files, and each request waits for the network. */
const AT_ONCE = 8;

/**
 * Makes what a bucket holds below a prefix the same as a built site: puts what differs, then removes what the site has no
 * longer.
 *
 * @param prefix empty, or ending in a slash
 * @param packed whether texts are stored packed (gzip), which takes about an eighth of the room
 * @throws Refusal if the folder is no output of this program or holds drafts, or the bucket holds something else below the prefix
 */
export async function uploadSite(
  folder: string,
  bucket: Bucket,
  prefix: string,
  onProgress: (text: string) => void,
  packed = false,
): Promise<UploadPlan> {
  if (!existsSync(join(folder, MARKER)))
    throw new Refusal(`${folder} 不是生成好的网站；请先运行 mingbai build，或用 --from 指明`);
  if (holdsDrafts(folder))
    throw new Refusal(`${folder} 里有没有定稿的稿子，不能公开；请定稿后重新运行 mingbai build，再上传`);
  const paths = new Map((await filesBelow(folder)).map((path) => [prefix + path, join(folder, path)]));
  const contentOf = (key: string): Content => contentFor(key, readFileSync(paths.get(key) ?? ''), packed);
  const stored = await bucket.list(prefix);
  if (!isOurs(stored, prefix))
    throw new Refusal(
      `桶里${prefix === '' ? '' : `“${prefix}”下`}已有别的文件，传上去会把它们删掉；请换一个空的桶，或用 --prefix 指定一个空的文件夹`,
    );
  const site = new Map([...paths.keys()].map((key) => [key, md5Of(contentOf(key))]));
  const plan = planUpload(site, stored, prefix);
  const put = (key: string) => bucket.put(key, contentOf(key));
  const steps = [
    ['上传文件', plan.files, put],
    ['上传网页', plan.pages, put],
    ['删除', plan.remove, bucket.remove],
  ] as const;
  for (const [doing, keys, act] of steps)
    await eachAtOnce(keys, act, (done) => onProgress(`${doing} ${done}/${keys.length}`));
  return plan;
}

function md5Of({ bytes }: Content): string {
  return createHash('md5').update(bytes).digest('hex');
}

/** Workbooks, documents, PDFs and PNGs are packed by themselves; the mark of our outputs is empty. */
const TEXT = /^text\/|json$|javascript$|xml$/;

function contentFor(key: string, bytes: Uint8Array, packed: boolean): Content {
  const type = typeOf(key);
  return packed && TEXT.test(type.split(';')[0] ?? '')
    ? { bytes: gzipSync(bytes, { level: 9 }), type, encoding: 'gzip' }
    : { bytes, type };
}

/** Texts of the site are UTF-8. */
function typeOf(key: string): string {
  const type = lookup(extname(key)) ?? 'application/octet-stream';
  return TEXT.test(type) ? `${type}; charset=utf-8` : type;
}

/** The first of the items is done alone, before all others; these a few at a time, in their order. */
async function eachAtOnce<T>(
  items: readonly T[],
  act: (item: T) => Promise<void>,
  onDone: (done: number) => void,
): Promise<void> {
  const [first, ...others] = items;
  if (first === undefined) return;
  let done = 0;
  const perform = async (item: T) => {
    await act(item);
    onDone(++done);
  };
  await perform(first);
  const rest = others.values();
  const worker = async () => {
    for (const item of rest) await perform(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
