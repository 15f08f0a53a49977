import { readFileSync } from 'node:fs';
import type { BuildReport } from '../../outputs/report/build-report.ts';
import type { Costs } from '../../outputs/shards/shard.ts';
import { WrongCommand } from '../wrong-command.ts';

/**
 * What each unit took in an earlier build, by the report that it wrote. What was taken from a cache says nothing.
 *
 * @throws WrongCommand if the file is no such report
 */
export function readCosts(path: string): Costs {
  const units = unitsIn(path);
  const costs = units
    .filter(({ cached }) => !cached)
    .map(({ slug, cpu }) => [slug, Object.values(cpu).reduce((sum, seconds) => sum + seconds, 0)] as const);
  return new Map(costs);
}

function unitsIn(path: string): BuildReport['units'] {
  try {
    const { format, units } = JSON.parse(readFileSync(path, 'utf8')) as BuildReport;
    if (format === 1) return units;
  } catch {
    // Told below, whatever it is.
  }
  throw new WrongCommand(`${path} 不是 mingbai build --report 写的文件，不能作 --costs`);
}
