import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UnitCache } from '../outputs/cache/unit-cache.ts';
import { WrongCommand } from './wrong-command.ts';

/** The options of commands that remember what they made. */
export const CACHE_OPTIONS = {
  cache: { type: 'string' },
  'no-cache': { type: 'boolean', default: false },
  'cache-size': { type: 'string' },
} as const;

/** What these options do, for the help of a command. */
export const CACHE_HELP = `  --cache 文件夹  没有变化的单位从这里取（默认为 --root 下的 node_modules/.cache/mingbai，没有 node_modules 就不用缓存）
  --no-cache    不用缓存
  --cache-size 大小  缓存最多占多少，例如 500MB、5GB（默认 2GB）；超过时先删最久没有用到的`;

/** The values of these options, as they are read. */
export interface CacheValues {
  readonly root: string;
  readonly cache?: string;
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
  const { root, cache, 'no-cache': none, 'cache-size': size = DEFAULT_SIZE } = values;
  const [, number, unit = ''] = SIZE.exec(size) ?? [];
  if (number === undefined)
    throw new WrongCommand(`--cache-size 写作“${size}”，应是数字和单位，例如 500MB、5GB`);
  const modules = join(root, 'node_modules');
  if (none === true || (cache === undefined && !existsSync(modules))) return undefined;
  const folder = cache === undefined ? join(modules, '.cache', 'mingbai', 'units') : resolve(cache);
  return { cache: new UnitCache(folder), most: Number(number) * (BYTES[unit.toUpperCase()] ?? 0) };
}

/** Ends the use of a cache: makes it as small as it may be. What to tell a person if it could not be written. */
export async function closeCache({ cache: { folder }, most }: OpenCache): Promise<string | undefined> {
  await folder.trim(most);
  return folder.failure === undefined
    ? undefined
    : `缓存写不进去（${folder.failure}），下次会重新生成；结果不受影响。请看看磁盘是否已满，或用 --cache 换一个文件夹\n`;
}
