import { getSystemErrorMap } from 'node:util';
import { Refusal } from './refusal.ts';

/** What a system's error means to the person who has to mend it. */
const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满；请腾出空间，或换一个磁盘',
  EDQUOT: '磁盘配额已用完；请腾出空间，或请管理员增加配额',
  EROFS: '磁盘是只读的；请换一个可以写入的文件夹',
  EACCES: '没有权限；请检查文件夹的权限，或换一个文件夹',
  EPERM: '没有权限；请检查文件夹的权限，或换一个文件夹',
  EBUSY: '文件夹正被占用（可能是挂载点）；请改用它下面的一个文件夹，或稍后再试',
  EMFILE: '打开的文件太多；请调高系统的限额（ulimit -n）后再试',
  ENFILE: '系统打开的文件太多；请稍后再试',
  ENAMETOOLONG: '路径太长；请换一个短些的文件夹',
  EEXIST: '已有同名的文件；请换一个名称，或先移走它',
  EISDIR: '那里是文件夹，应是文件；请换一个名称，或先移走它',
  ENOTDIR: '路径中有一段不是文件夹；请检查路径',
  ELOOP: '符号链接绕回了自己；请改正它',
  EXDEV: '新旧输出不在同一个磁盘上；请换一个 --out',
  EFBIG: '文件比磁盘或系统允许的大；请换一个磁盘，或调高限额（ulimit -f）',
  EIO: '磁盘读写出错；请检查磁盘',
};

/**
 * The refusal behind an error that the file system caused, however deep a library has wrapped it; undefined for any
 * other error, which is a fault of the program.
 */
export function systemRefusal(error: unknown): Refusal | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, path, syscall } = at as NodeJS.ErrnoException;
    if (code === 'EACCES' && syscall === 'listen')
      return new Refusal('没有权限使用这个端口；请用 --port 换一个大于 1023 的（EACCES）', { cause: error });
    const advice = code === undefined || !('syscall' in at) ? undefined : ADVICE[code];
    if (advice !== undefined) {
      const where = path === undefined ? '' : ` ${path}`;
      return new Refusal(`不能读写${where}：${advice}（${code}）`, { cause: error });
    }
  }
  return nativeRefusal(error);
}

/** How the bundler, which is no JavaScript, tells what the system said: in words. */
const NATIVE = /Failed to \w+ file in (?<path>.+)[^]*?\(os error (?<number>\d+)\)/;

function nativeRefusal(error: unknown): Refusal | undefined {
  // Windows has other numbers for its own errors.
  if (!(error instanceof Error) || process.platform === 'win32') return undefined;
  const { path = '', number } = NATIVE.exec(error.message)?.groups ?? {};
  const code = number === undefined ? undefined : getSystemErrorMap().get(-Number(number))?.[0];
  const advice = code === undefined ? undefined : ADVICE[code];
  return advice === undefined
    ? undefined
    : new Refusal(`不能读写 ${path}：${advice}（${code}）`, { cause: error });
}
