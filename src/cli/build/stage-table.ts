import type { BuildReport } from '../../outputs/report/build-report.ts';
import type { Stage } from '../../outputs/report/stage-times.ts';

/** What a build does, in words. */
const STAGES = {
  check: '读入、核对',
  bundle: '准备网页程序',
  cache: '缓存',
  compile: '编制',
  pages: '网页',
  data: '数据文件',
  pdf: 'PDF 的整理和图片',
  browser: '浏览器排版、打印',
  'over booklets': '总页和搜索',
} as const satisfies Record<Stage, string>;

/** Below that, in seconds, a stage is not worth a line. */
const LITTLE = 0.1;

/**
 * What took most of a build, the dearest stage first, as lines to print; none if nothing took long.
 *
 * @param cpu seconds of processor time by stage, of all processes
 */
export function stageTable(cpu: BuildReport['cpu']): readonly string[] {
  const dear = Object.entries(cpu).filter(([, seconds]) => seconds >= LITTLE);
  const sum = Object.values(cpu).reduce((total, seconds) => total + seconds, 0);
  if (dear.length === 0) return [];
  // Words last: characters of two columns need no padding there.
  const rows = dear.map(([stage, seconds]) => {
    const share = `${((100 * seconds) / sum).toFixed(0)}%`;
    return `${seconds.toFixed(1).padStart(9)} 秒 ${share.padStart(4)}  ${STAGES[stage as Stage]}`;
  });
  return [`处理器用时共 ${sum.toFixed(1)} 秒：`, ...rows];
}
