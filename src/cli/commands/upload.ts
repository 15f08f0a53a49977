import { resolve } from 'node:path';
import { openBucket } from '../../outputs/bucket/bucket.ts';
import { uploadSite } from '../../outputs/bucket/upload-site.ts';
import type { Command } from '../command.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { openProgress } from '../progress.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai upload 桶的地址 [--region 区域] [--prefix 文件夹] [--from 文件夹] [--gzip] [--root 文件夹]

把生成好的网站传到兼容 S3 的桶（阿里云 OSS、腾讯云 COS、华为云 OBS 等）：不同的上传，网站里已经没有的从桶里删去，
没有变的不动；有没有定稿的稿子时不传。先传文件，再传网页，最后才删。桶（或其中的文件夹）必须是空的，或者装着上一次传的网站。

桶的地址在云服务的控制台里，例如 https://桶名.oss-cn-hangzhou.aliyuncs.com。
密钥只从环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY 里读；它要能列出、写入、删除这个桶里的对象。

  --region 区域     例如 cn-hangzhou、ap-guangzhou（默认为 us-east-1，多数兼容 S3 的服务不看它）
  --prefix 文件夹   传到桶里的这个文件夹下
  --from 文件夹     生成好的网站（默认为 --root 下的 dist）
  --gzip            网页和文本数据压缩了存，占的地方约为八分之一；浏览器自己会解开，用命令下载的要加 curl --compressed
`;

/** `mingbai upload`: a built site into an S3-compatible bucket. */
export const UPLOAD: Command = { help: HELP, run: runUpload };

interface UploadValues {
  readonly region?: string;
  readonly prefix?: string;
  readonly from?: string;
  readonly gzip?: boolean;
}

async function runUpload(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    region: { type: 'string', default: '' },
    prefix: { type: 'string', default: '' },
    from: { type: 'string' },
    gzip: { type: 'boolean', default: false },
  });
  const { region, prefix, from, gzip } = values as UploadValues;
  const [address, ...rest] = positionals;
  if (address === undefined || rest.length > 0)
    throw new WrongCommand('应写成 mingbai upload 桶的地址，例如 mingbai upload https://桶名.服务的域名');
  const bucket = openBucket({ url: urlOf(address), region: region || 'us-east-1', ...keys() });
  const folder = from === undefined ? resolve(values.root, 'dist') : resolve(from);
  const progress = await openProgress();
  const work = uploadSite(folder, bucket, folderOf(prefix ?? ''), progress.show, gzip);
  const plan = await work.finally(progress.end);
  process.stdout.write(
    lines([
      `已上传 ${plan.files.length + plan.pages.length} 个文件，删去 ${plan.remove.length} 个，没有变的 ${plan.unchanged} 个`,
    ]),
  );
  return 0;
}

function urlOf(address: string): URL {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '')
    throw new WrongCommand(`桶的地址应以 https:// 开头，不带问号和密码，不能是“${address}”`);
  return url;
}

function keys(): { accessKeyId: string; secretAccessKey: string } {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  if (!accessKeyId || !secretAccessKey)
    throw new WrongCommand('请在环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY 里给出密钥');
  return { accessKeyId, secretAccessKey };
}

/** `/a/b/` and `a/b` are the folder `a/b/`; nothing is the bucket itself. */
function folderOf(prefix: string): string {
  const name = prefix.replace(/^\/+|\/+$/g, '');
  return name === '' ? '' : `${name}/`;
}
