const OF_PROJECT = /(?:专项|项目)?(?:支出|资金|经费|费用?)?(?:项目)?$/u;
/** So many characters, and so much of a project's name, tell it from others. */
const TELLING = 6;
const MOST_OF = 0.5;

/** 大厅运行保障经费 for 政务服务大厅运行保障经费: the one project whose name begins or ends so. */
export function projectCalled(
  name: string,
  projects: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const stem = name.replace(OF_PROJECT, '');
  if (stem.length < TELLING) return [];
  const found = [...projects].filter(([project]) => {
    const whole = project.replace(OF_PROJECT, '');
    return (whole.endsWith(stem) || whole.startsWith(stem)) && stem.length >= whole.length * MOST_OF;
  });
  return found.length === 1 ? (found[0]?.[1] ?? []) : [];
}
