import type { Shard } from '../outputs/shards/shard.ts';
import { WrongCommand } from './wrong-command.ts';

const SHARD = /^(\d{1,6})\/(\d{1,6})$/;

/** Reads which part of how many is meant: `2/8`. */
export function readShard(text: string): Shard {
  const [, index, count] = (SHARD.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count)
    throw new WrongCommand(`--shard 写作“${text}”，应是第几份/共几份，从 1 数起，例如 2/8`);
  return { index, count };
}
