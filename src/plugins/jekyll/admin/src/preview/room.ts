/** Widths around the form, in pixels. */
export interface Space {
  /** Of the window. */
  readonly window: number;
  /** Of the panel's own navigation at the left edge. */
  readonly navigation: number;
  /** Of the list of content types beside it. */
  readonly list: number;
}

export interface Room {
  /** Width of the page. */
  readonly page: number;
  /**
   * Where Strapi's side panels stand: beside the form, folded into a bar below it, or, where the
   * page covers everything, as Strapi has them.
   */
  readonly panels: 'beside' | 'folded' | 'covered';
  /** Whether there is room for the list of content types. */
  readonly list: boolean;
}

/** Below this width Strapi itself folds its panels away, and the page covers the form. */
export const NARROW = 1080;
/** A form narrower than this cuts its tools off, a page its tables. */
export const MIN_FORM = 440;
export const MIN_PAGE = 340;
/** From here on the form keeps a good width beside its panels. */
export const ROOM_FOR_PANELS = 900;
export const HALF = 0.5;

const free = ({ window, navigation }: Space): number => window - navigation;

const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

/** A share of the width that leaves room for both sides. */
export const shareWithin = (share: number, space: Space): number =>
  clamp(share, MIN_PAGE / free(space), (free(space) - MIN_FORM) / free(space));

/** @param share of the width beside the navigation that the page takes, 0 to 1 */
export function roomFor(space: Space, share: number): Room {
  if (space.window < NARROW) return { page: space.window, panels: 'covered', list: true };
  const page = Math.round(free(space) * shareWithin(share, space));
  const form = free(space) - page;
  return {
    page,
    panels: form < ROOM_FOR_PANELS ? 'folded' : 'beside',
    list: form - space.list >= ROOM_FOR_PANELS,
  };
}
