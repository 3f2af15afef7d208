/** Parts of Strapi's edit view that make room for a page; Strapi gives them no names. */
export interface EditView {
  /** Holds the list of content types and what stands beside it. */
  readonly shell: HTMLElement;
  /** Everything beside the list. */
  readonly content: HTMLElement;
  readonly form: HTMLElement;
  /** Fields and side panels, in columns. */
  readonly columns: HTMLElement;
  readonly panels: HTMLElement;
}

/** The edit view around one of its side panels; null where Strapi has built it otherwise. */
export function editViewAround(inPanel: Element | null): EditView | null {
  const panels = inPanel?.closest('aside')?.parentElement?.parentElement;
  const columns = panels?.parentElement;
  const form = columns?.closest('form');
  const content = form?.closest<HTMLElement>('[data-strapi-main-content]');
  const shell = content?.parentElement;
  if (!panels || !columns || !form || !content || !shell) return null;
  const inColumns = [columns, shell].every((one) => getComputedStyle(one).display === 'grid');
  return inColumns ? { shell, content, form, columns, panels } : null;
}

const PART = 'data-jekyll-part';

/** Names the parts for the style; gives back how to take the names away. */
export function nameParts(view: EditView): () => void {
  const parts = Object.entries(view) as [keyof EditView, HTMLElement][];
  for (const [name, element] of parts) element.setAttribute(PART, name);
  return () => {
    for (const [, element] of parts) element.removeAttribute(PART);
  };
}
