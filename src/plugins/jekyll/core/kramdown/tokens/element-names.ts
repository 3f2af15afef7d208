/** The types of an element's two tokens, and its tag. Made once: strings made anew take time. */
export interface ElementNames {
  readonly open: string;
  readonly close: string;
  readonly tag: string;
}

const names = (type: string, tag = type): ElementNames => ({
  open: `${type}_open`,
  close: `${type}_close`,
  tag,
});

export const ELEMENTS = {
  blockquote: names('blockquote'),
  dd: names('dd'),
  dl: names('dl'),
  dt: names('dt'),
  li: names('list_item', 'li'),
  ol: names('ordered_list', 'ol'),
  table: names('table'),
  tbody: names('tbody'),
  td: names('td'),
  tfoot: names('tfoot'),
  th: names('th'),
  thead: names('thead'),
  tr: names('tr'),
  ul: names('bullet_list', 'ul'),
};

export const HEADINGS = [1, 2, 3, 4, 5, 6].map((level) => names('heading', `h${level}`));
