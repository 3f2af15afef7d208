import { HALF, MIN_FORM, MIN_PAGE, roomFor, shareWithin, type Space } from './room';

const space = (window: number): Space => ({ window, navigation: 56, list: 232 });

describe('roomFor', () => {
  it.each([
    [1280, 612, 'folded', false],
    [1440, 692, 'folded', false],
    [1920, 932, 'beside', false],
    [2560, 1252, 'beside', true],
  ])('shares %d px', (width, page, panels, list) => {
    expect(roomFor(space(width), HALF)).toEqual({ page, panels, list });
  });

  it('covers a window in which two do not fit', () => {
    expect(roomFor(space(1079), HALF)).toEqual({ page: 1079, panels: 'covered', list: true });
  });

  it('leaves both sides usable, whatever was dragged or remembered', () => {
    for (const width of [1080, 1280, 1440, 1920]) {
      for (const share of [-1, 0, 0.2, 0.8, 1, 7]) {
        const { page } = roomFor(space(width), share);
        expect(page).toBeGreaterThanOrEqual(MIN_PAGE);
        expect(width - 56 - page).toBeGreaterThanOrEqual(MIN_FORM - 1);
      }
    }
  });

  it('gives the panels back where the page is made narrow', () => {
    expect(roomFor(space(1440), 0.3).panels).toBe('beside');
    expect(roomFor(space(1440), 0.5).panels).toBe('folded');
  });
});

it('keeps a share as it is where it fits', () => {
  expect(shareWithin(0.4, space(1440))).toBe(0.4);
});
