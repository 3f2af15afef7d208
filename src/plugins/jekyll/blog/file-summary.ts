import type { ReadPost } from '../core/post';

/** What a report tells of a file: kept, so that an unchanged one need not be read again to tell it. */
export interface FileSummary {
  readonly slug: string;
  readonly kind: ReadPost['kind'];
  readonly sections: number;
  readonly items: number;
  readonly citations: number;
}

export function summaryOf({ content, kind }: ReadPost): FileSummary {
  const items = content.sections.flatMap((section) => section.items);
  return {
    slug: content.slug,
    kind,
    sections: content.sections.length,
    items: items.length,
    citations: items.reduce((sum, item) => sum + item.citations.length, 0),
  };
}
