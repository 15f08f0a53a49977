import { afterEach, expect, it, vi } from 'vitest';
import { openBrowser } from '../../../src/outputs/pdf/browser.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('MINGBAI_CHROME is the only choice when it is set, and says so when it does not start', async () => {
  vi.stubEnv('MINGBAI_CHROME', '/nowhere/chrome');
  await expect(openBrowser()).rejects.toThrow(/MINGBAI_CHROME.*\/nowhere\/chrome/u);
});
