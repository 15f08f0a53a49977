import type { Browser } from './browser.ts';
import { dress, withPrintPage } from './print-page.ts';

/** Half of what the networks ask for (1200 × 630), drawn at twice its size. */
const SIZE = { width: 600, height: 315 };

const RARE = "'Mingbai Rare', 'Mingbai Rarer', 'Mingbai Rarest', 'Mingbai Symbols'";

/** What of a page is still legible in a chat: its title and first words or, of a booklet, its first figures. */
const STYLES = `
:root { --text: 'Mingbai Hei', ${RARE}; --display: 'Mingbai Song', ${RARE}; color-scheme: only light; }
html { font-size: 16px; }
body { width: ${SIZE.width}px; height: ${SIZE.height}px; overflow: hidden; }
.skip, .breadcrumb, .search-link, .year-line, .quick-access, .footer, .front .opening, .meaning, .main-reason, h2,
main > section, .main-figures > :nth-child(3), .main-figures > :nth-child(n + 5), .notice { display: none; }
.masthead, .frame { padding-inline: 36px; }
.banner { min-height: 68px; }
.frame { padding-block: 26px 0; }
h1 { font-size: 28px; line-height: 1.4; }
h1 > span { display: block; }
.opening { margin-top: 20px; font-size: 20px; }
.front { display: block; margin: 0; }
.main-figures { grid-template-columns: repeat(3, 1fr) !important; gap: 0 24px; margin-top: 26px; }
.main-figures > div { grid-column: auto !important; font-size: 13px; }
.main-amount { font-size: 28px !important; }
.figure { text-decoration: none; }
`;

/**
 * The picture that chat programs and networks show beside a link to a page: the page's title and first figures.
 *
 * @param siteRoot absolute path of the output folder
 * @param htmlFile absolute path of a built page, the home page or a booklet's front page
 * @returns a PNG of 1200 × 630 pixels
 */
export function drawShareImage(browser: Browser, siteRoot: string, htmlFile: string): Promise<Uint8Array> {
  return withPrintPage(browser, { siteRoot, htmlFile }, 'screen', async (page) => {
    await page.evaluate(dress, '');
    await page.setViewport({ ...SIZE, deviceScaleFactor: 2 });
    await page.addStyleTag({ content: STYLES });
    return page.screenshot({ type: 'png', clip: { x: 0, y: 0, ...SIZE } });
  });
}
