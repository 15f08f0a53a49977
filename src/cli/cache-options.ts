import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RemoteCache } from '../outputs/cache/remote-cache.ts';
import { UnitCache } from '../outputs/cache/unit-cache.ts';
import { WrongCommand } from './wrong-command.ts';

/** The options of commands that remember what they made. */
export const CACHE_OPTIONS = {
  cache: { type: 'string' },
  'cache-from': { type: 'string' },
  'no-cache': { type: 'boolean', default: false },
  'cache-size': { type: 'string' },
} as const;

/** What these options do, for the help of a command. */
export const CACHE_HELP = `  --cache 文件夹  没有变化的单位从这里取（默认为 --root 下的 node_modules/.cache/mingbai，没有 node_modules 就不用缓存）
  --cache-from 网址  缓存里没有的，从这个网址取（别处的缓存文件夹，由网页服务器提供；只读），取来的也放进缓存
  --no-cache    不用缓存
  --cache-size 大小  缓存最多占多少，例如 500MB、5GB（默认 2GB）；超过时先删最久没有用到的`;

/** The values of these options, as they are read. */
export interface CacheValues {
  readonly root: string;
  readonly cache?: string;
  readonly 'cache-from'?: string;
  readonly 'no-cache'?: boolean;
  readonly 'cache-size'?: string;
}

/** A cache, and how many bytes it may have. */
export interface OpenCache {
  readonly cache: UnitCache;
  readonly most: number;
}

const DEFAULT_SIZE = '2GB';
const SIZE = /^(\d+(?:\.\d+)?)(MB|GB)$/i;
const BYTES: Readonly<Record<string, number>> = { MB: 1e6, GB: 1e9 };

/** Opens the cache that the options of a command ask for; undefined if it is to use none. */
export function openCache(values: CacheValues): OpenCache | undefined {
  const most = bytesOf(values['cache-size'] ?? DEFAULT_SIZE);
  const from = values['cache-from'];
  const remote = from === undefined ? undefined : new RemoteCache(addressOf(from));
  const folder = folderOf(values);
  if (folder !== undefined) return { cache: new UnitCache(folder, remote), most };
  if (remote === undefined) return undefined;
  throw new WrongCommand('--cache-from 取来的要有地方放：请用 --cache 写一个文件夹，并去掉 --no-cache');
}

function bytesOf(size: string): number {
  const [, number, unit = ''] = SIZE.exec(size) ?? [];
  if (number === undefined)
    throw new WrongCommand(`--cache-size 写作“${size}”，应是数字和单位，例如 500MB、5GB`);
  return Number(number) * (BYTES[unit.toUpperCase()] ?? 0);
}

/** Absolute path of the cache; undefined if there is to be none, or no place for one. */
function folderOf({ root, cache, 'no-cache': none }: CacheValues): string | undefined {
  if (none === true) return undefined;
  if (cache !== undefined) return resolve(cache);
  const modules = join(root, 'node_modules');
  return existsSync(modules) ? join(modules, '.cache', 'mingbai', 'units') : undefined;
}

/** The options that ask for the same cache, for a process that is started elsewhere. */
export function cacheWords(values: Omit<CacheValues, 'root'>): readonly string[] {
  const { cache, 'cache-from': from, 'no-cache': none, 'cache-size': size } = values;
  return [
    ...(cache === undefined ? [] : ['--cache', resolve(cache)]),
    ...(from === undefined ? [] : ['--cache-from', from]),
    ...(none === true ? ['--no-cache'] : []),
    ...(size === undefined ? [] : ['--cache-size', size]),
  ];
}

/** An address of the web, and nothing else that `fetch` takes. */
function addressOf(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address?.protocol === 'https:' || address?.protocol === 'http:') return address;
  throw new WrongCommand(`--cache-from 写作“${text}”，应是网址，例如 https://缓存.示例/mingbai/`);
}

/** Ends the use of a cache: makes it as small as it may be. What to tell a person if it could not be used whole. */
export async function closeCache({ cache: { folder, remote }, most }: OpenCache): Promise<readonly string[]> {
  await folder.trim(most);
  return [
    ...(folder.failure === undefined
      ? []
      : [
          `缓存写不进去（${folder.failure}），下次会重新生成；结果不受影响。请看看磁盘是否已满，或用 --cache 换一个文件夹`,
        ]),
    ...(remote?.failure === undefined
      ? []
      : [`从 --cache-from 的网址取不到缓存（${remote.failure}），没有取到的都重新生成了；结果不受影响`]),
  ];
}
