import type { Command } from './command.ts';

/** The commands by name; each is loaded when it is called, so that none waits for another's libraries. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).CHECK,
  build: async () => (await import('./commands/build.ts')).BUILD,
  merge: async () => (await import('./commands/merge.ts')).MERGE,
  dev: async () => (await import('./commands/dev.ts')).DEV,
  explain: async () => (await import('./commands/explain.ts')).EXPLAIN,
  init: async () => (await import('./commands/init.ts')).INIT,
  new: async () => (await import('./commands/new.ts')).NEW,
  import: async () => (await import('./commands/import.ts')).IMPORT,
  codes: async () => (await import('./commands/codes.ts')).CODES,
  diff: async () => (await import('./commands/diff.ts')).DIFF,
  migrate: async () => (await import('./commands/migrate.ts')).MIGRATE,
  upload: async () => (await import('./commands/upload.ts')).UPLOAD,
  sign: async () => (await import('./commands/sign.ts')).SIGN,
  verify: async () => (await import('./commands/verify.ts')).VERIFY,
  pack: async () => (await import('./commands/pack.ts')).PACK,
};

export const HELP = `明白账：部门决算公开文本的核对与生成

用法：
  mingbai check [单位[/年度]…]          核对，不改动任何文件
  mingbai build [单位[/年度]…]          核对并生成网站、PDF 和数据文件
  mingbai merge 文件夹…                  把各台机器上生成的各份合成一个网站
  mingbai dev                            预览，随改随看
  mingbai explain 单位/年度 数字名称     说明一个数字从哪里来
  mingbai diff [改前] [改后]             一次改动会改变哪些数字、文字、表、网页
  mingbai init [文件夹]                  新建自己的代码库
  mingbai new 单位/年度                  由上年带出新一年的文件，或新建第一本
  mingbai import 单位/年度 文件…         把批复的决算表（Excel 等）读成账目
  mingbai codes 文件 --year 年度         把官方的科目表读成这一年的编码表
  mingbai upload 桶的地址                把生成好的网站传到兼容 S3 的桶
  mingbai sign --key 文件.p12            给生成好的 PDF 和文件清单签名
  mingbai verify 文件.pdf                核对一个 PDF（或整个网站）：文字、数字与里面的数据是否一致，签名是否真实
  mingbai pack 模板包 --words            列出模板里可以写的一切；另有 pack new、pack diff
  mingbai migrate                        升级以后，把以前版本的写法改成现在的写法
  mingbai --version                      程序的版本

所有命令都可以加：
  --root 文件夹    content/ 和 templates/ 所在的文件夹（默认为当前文件夹）
  --help          这个命令的详细用法

退出码：0 没有错误；1 输入有错误，diff 有不同；2 命令写法不对
`;
