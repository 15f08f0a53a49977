import { z } from 'zod';

/**
 * The form of a pipeline of Gitee Go as its handbook describes it (流水线配置, 触发事件, 任务编排, 高级设置, 云端编译插件), as far
 * as ours use it. Gitee publishes no schema.
 */

/** Names that identify something: letters, digits, hyphens and underscores. */
const name = z.string().regex(/^[\w-]{1,32}$/);

/** Which branches start a pipeline: by beginning, by name, by pattern, and all but these. */
const branches = z.strictObject({
  prefix: z.array(z.string()).optional(),
  precise: z.array(z.string()).optional(),
  include: z.array(z.string()).optional(),
  exclude: z.array(z.string()).optional(),
});

/** Minutes, hours, days, months, days of the week; there must be only one. */
const cron = z.strictObject({ cron: z.string().regex(/^\S+( \S+){4,5}$/) });

const step = z.strictObject({
  step: z.literal('build@nodejs'),
  name,
  displayName: z.string(),
  nodeVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  commands: z.array(z.string()).min(1),
  artifacts: z.array(z.strictObject({ name, path: z.array(z.string()).min(1) })).optional(),
  caches: z.array(z.string()).optional(),
  strategy: z.strictObject({ retry: z.string() }).optional(),
});

export const GITEE_PIPELINE = z.strictObject({
  version: z.literal('1.0'),
  name,
  displayName: z.string(),
  triggers: z.strictObject({
    trigger: z.enum(['auto', 'manual']),
    push: z.strictObject({ branches }).optional(),
    pr: z.strictObject({ branches }).optional(),
    schedule: z.array(cron).length(1).optional(),
  }),
  strategy: z.strictObject({ blocking: z.boolean(), stepTimeout: z.int().min(1).max(1440) }),
  stages: z
    .array(
      z.strictObject({
        name,
        displayName: z.string(),
        strategy: z.enum(['naturally', 'fast']),
        trigger: z.enum(['auto', 'manual']),
        steps: z.array(step).min(1),
      }),
    )
    .min(1),
});
