import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sharePainter, type PictureWords } from './share-pictures.ts';

const painter = sharePainter();
const words = (title: string, section: string | null = '了解脐带血'): PictureWords => ({
  title,
  section,
  bank: '山东省脐血库',
  locale: 'zh',
});
/** How many pixels are ink in a part of the picture. */
async function ink(png: Buffer, part: { left: number; top: number; width: number; height: number }) {
  const { data, info } = await sharp(png)
    .extract(part)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let dark = 0;
  for (let at = 0; at < data.length; at += info.channels)
    if ((data[at] ?? 255) < 90 && (data[at + 1] ?? 255) < 90 && (data[at + 2] ?? 255) < 90) dark += 1;
  return dark;
}
const TITLE = { left: 60, top: 190, width: 1100, height: 270 };
const BELOW_RIGHT = { left: 1130, top: 190, width: 70, height: 250 };

describe('the picture of a shared link', () => {
  it('is 1200 × 630, and small enough for a phone', async () => {
    const png = await painter.wide(words('脐带血能做什么，不能做什么'));
    const { width, height, format } = await sharp(png).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'png']);
    expect(png.length).toBeLessThan(100 * 1024);
  });
  it('shows Chinese as Chinese: each character has ink of its own', async () => {
    const [one, eight, empty] = await Promise.all(
      ['一', '脐带血存储与配型', ' '].map(async (title) => ink(await painter.wide(words(title)), TITLE)),
    );
    expect(empty).toBe(0);
    expect(one).toBeGreaterThan(50);
    // A missing character would be an empty box or nothing, all alike.
    const boxes = await ink(await painter.wide(words('脐脐脐脐脐脐脐脐')), TITLE);
    expect(eight).toBeGreaterThan(3000);
    expect(boxes).not.toBe(eight);
  });
  it.each([
    'HLA配型：为什么要六个位点里四个相合，兄弟姐妹又为什么机会大',
    '一个没有标点但是非常非常长的标题它会不会跑出画面的右边或者压到下面的绳子上去呢我们试试看',
    '短',
  ])('keeps a title within its place: %s', async (title) => {
    const png = await painter.wide(words(title));
    expect(await ink(png, BELOW_RIGHT)).toBe(0);
    expect(await ink(png, TITLE)).toBeGreaterThan(100);
  });
  it('comes out the same to the byte', async () => {
    const [first, again] = [await painter.wide(words('同一张')), await sharePainter().wide(words('同一张'))];
    expect(first.equals(again)).toBe(true);
  });
  it('has a square without words for places that show no more', async () => {
    const { width, height } = await sharp(await painter.square(320)).metadata();
    expect([width, height]).toEqual([320, 320]);
  });
});
