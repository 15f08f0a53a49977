import { beforeAll, describe, expect, it } from 'vitest';
import { chartPainter, type ChartPainter } from '../../../src/outputs/pictures/chart-png.ts';

/** A picture of some letters, in fonts that a chart names. */
const pictureOf = (text: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40" font-family="'PingFang SC', 'Noto Sans SC', sans-serif"><text x="8" y="24" font-size="16">${text}</text></svg>\n`;

let painter: ChartPainter;

beforeAll(async () => {
  painter = await chartPainter();
});

describe('the PNG of a chart', () => {
  it('is the same each time, at twice the size of the chart', async () => {
    const [once, again] = [
      await painter.paint(pictureOf('收入')),
      await (await chartPainter()).paint(pictureOf('收入')),
    ];
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
    const header = Buffer.from(once);
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([200, 80]);
  });

  // 𠀋 stands in names; Hei does not have it.
  it('shows Chinese letters, common ones and rare ones', async () => {
    const pictures = await Promise.all(
      ['', '收', '支', '𠀋', '\u{F0000}'].map((text) => painter.paint(pictureOf(text))),
    );
    expect(new Set(pictures.map((picture) => Buffer.from(picture).toString('base64'))).size).toBe(5);
  });
});
