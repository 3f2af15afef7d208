import { createGlobalStyle, css } from 'styled-components';
import type { Room } from './room';

interface RoomStyleProps {
  readonly $room: Room;
  /** Left edge of the form. */
  readonly $left: number;
  /** Where unfolded panels begin; null while they are folded. */
  readonly $unfoldedBelow: number | null;
}

const withoutList = css`
  body [data-jekyll-part='shell'] {
    grid-template-columns: minmax(0, 1fr);
  }
  body [data-jekyll-part='shell'] > :not([data-jekyll-part='content']) {
    display: none;
  }
`;

/** A bar with the buttons that save and publish, below the form. */
const bar = css<RoomStyleProps>`
  body [data-jekyll-part='panels'] {
    left: ${({ $left }) => $left}px;
    right: ${({ $room }) => $room.page}px;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  body [data-jekyll-part='panels'] > * > aside:not(:first-child),
  body [data-jekyll-part='panels'] > * > aside > h2 {
    display: none;
  }
  body [data-jekyll-part='panels'] aside > div > div {
    flex-direction: row;
  }
  body [data-jekyll-part='panels'] aside > div > div > * {
    flex: 1;
  }
`;

/** All panels, over the right edge of the page: there they stand without a page, too. */
const unfolded = css<RoomStyleProps>`
  body [data-jekyll-part='panels'] {
    top: ${({ $unfoldedBelow }) => $unfoldedBelow}px;
    right: 0;
    width: min(300px, ${({ $room }) => $room.page}px);
    overflow-y: auto;
    border-left: 1px solid ${({ theme }) => theme.colors.neutral200};
    box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  }
  body [data-jekyll-part='panels'] aside + aside {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const folded = css<RoomStyleProps>`
  body [data-jekyll-part='columns'] {
    grid-template-columns: minmax(0, 1fr);
    padding-bottom: 7rem;
  }
  body [data-jekyll-part='panels'] {
    position: fixed;
    z-index: 10;
    bottom: 0;
    background: ${({ theme }) => theme.colors.neutral0};
  }
  body [data-jekyll-part='panels'] aside {
    border: 0;
    border-radius: 0;
    box-shadow: none;
    padding: ${({ theme }) => theme.spaces[3]} ${({ theme }) => theme.spaces[5]};
  }
  ${({ $unfoldedBelow }) => ($unfoldedBelow === null ? bar : unfolded)}
`;

const beside = css`
  body [data-jekyll-part='columns'] {
    grid-template-columns: minmax(0, 1fr) 24rem;
  }
`;

/** Strapi's edit view while a page stands beside it: what there is no room for steps back. */
export const RoomStyle = createGlobalStyle<RoomStyleProps>`
  /* A dialog that stops the scrolling sets a padding of its own. */
  body {
    padding-right: ${({ $room }) => $room.page}px !important;
  }
  body [data-jekyll-part='columns'] > * {
    grid-column: auto;
  }
  body [data-jekyll-part='form'] > * {
    padding-inline: ${({ theme }) => theme.spaces[5]};
  }
  ${({ $room }) => !$room.list && withoutList}
  ${({ $room }) => ($room.panels === 'folded' ? folded : beside)}
`;
