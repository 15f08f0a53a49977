import { posix, win32 } from 'node:path';

const UNIX_NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

/** Where Windows puts programs, and the browsers below: Edge, a Chromium too, comes with the system. */
const WINDOWS_FOLDERS = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];
const WINDOWS_NAMES = ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].map((name) => {
  const file = name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe';
  return win32.join(name, 'Application', file);
});

/**
 * The absolute paths under which a system usually has a browser that can print, the likeliest first; they need not exist.
 *
 * @param platform the system, as `process.platform` names it
 * @param environment its variables, as `process.env` has them
 */
export function usualBrowsers(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (platform === 'win32') {
    const folders = WINDOWS_FOLDERS.map((name) => environment[name]).filter((folder) => folder !== undefined);
    return WINDOWS_NAMES.flatMap((name) => folders.map((folder) => win32.join(folder, name)));
  }
  const folders = (environment['PATH'] ?? '').split(posix.delimiter);
  return UNIX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}
