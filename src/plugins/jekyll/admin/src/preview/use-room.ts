import * as React from 'react';
import { type EditView, editViewAround, nameParts } from './edit-view';
import { HALF, type Room, roomFor, shareWithin, type Space } from './room';

/** The width that an editor chose, for every post; in this browser. */
const SHARE_KEY = 'jekyll-preview-share';

const remembered = (): number => {
  const share = Number.parseFloat(localStorage.getItem(SHARE_KEY) ?? '');
  return share > 0 && share < 1 ? share : HALF;
};

/** Without an edit view that it knows, the page stands beside whatever there is. */
const spaceIn = (view: EditView | null): Space => {
  const left = view?.shell.getBoundingClientRect().left ?? 0;
  const list = view ? view.content.getBoundingClientRect().left - left : 0;
  return { window: window.innerWidth, navigation: left, list };
};

export interface Shared {
  readonly room: Room;
  /** Left edge of the form. */
  readonly left: number;
  /** Share of the width that the page takes, 0 to 1, and how far it goes. */
  readonly share: number;
  readonly limits: readonly [least: number, most: number];
  setShare(share: number): void;
  /** The share that leaves a page whose left edge stands there. */
  shareAt(x: number): number;
}

/**
 * Shares the window between the form and a page at its right edge.
 *
 * @param inPanel an element of one of Strapi's side panels
 */
export function useRoom(inPanel: Element | null): Shared {
  const [share, setShare] = React.useState(remembered);
  const [space, setSpace] = React.useState(() => spaceIn(editViewAround(inPanel)));

  React.useLayoutEffect(() => {
    const view = editViewAround(inPanel);
    return view ? nameParts(view) : undefined;
  }, [inPanel]);
  React.useEffect(() => {
    // The list may be hidden by now: its width is what it was.
    const measure = () => setSpace((before) => ({ ...before, window: window.innerWidth }));
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);

  return {
    room: roomFor(space, share),
    left: space.navigation,
    share: shareWithin(share, space),
    limits: [shareWithin(0, space), shareWithin(1, space)],
    setShare(next) {
      const kept = shareWithin(next, space);
      localStorage.setItem(SHARE_KEY, kept.toFixed(4));
      setShare(kept);
    },
    shareAt: (x) => (space.window - x) / (space.window - space.navigation),
  };
}
