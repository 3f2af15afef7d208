import type { BodyFields } from '../../../../src/plugins/jekyll/core/post';
import type { PostRow, TrendItemRow } from '../../../../src/plugins/jekyll/entries/rows';
import {
  POST_UID,
  REFERENCE_UID,
  TREND_ITEM_UID,
} from '../../../../src/plugins/jekyll/server/src/content-model';
import type { LawPost, LawSession } from './session';

export type Section = BodyFields['sections'][number];
export type Item = Section['items'][number];
export type Citation = Item['citations'][number];

/** Where an item stands. */
export interface Place {
  readonly section: number;
  readonly item: number;
}

/** A survey's entry as it stands in Strapi, with ways to write it. */
export class Survey {
  constructor(
    readonly session: LawSession,
    readonly post: LawPost,
    readonly row: PostRow,
  ) {}

  get content(): readonly Section[] {
    return this.post.content.sections;
  }

  get places(): Place[] {
    return this.content.flatMap(({ items }, section) =>
      items.map((_, item) => ({ section, item })),
    );
  }

  itemAt({ section, item }: Place): Item {
    return this.content[section]?.items[item] as Item;
  }

  rowAt({ section, item }: Place): TrendItemRow {
    return this.row.sections[section]?.items[item] as TrendItemRow;
  }

  /** Sections in the form that the document service takes. */
  data(): SectionData[] {
    return this.row.sections.map(({ heading, prefix, lead, items }) => ({
      heading,
      prefix,
      lead,
      items: items.map(({ documentId }) => documentId),
    }));
  }

  saveSections(sections: readonly SectionData[]): Promise<unknown> {
    const { documentId, locale } = this.post;
    const data = { sections };
    return this.session
      .documents(POST_UID)
      .update({ documentId, locale, status: 'published', data });
  }

  saveItem(documentId: string, data: Record<string, unknown>): Promise<unknown> {
    const { locale } = this.post;
    return this.session
      .documents(TREND_ITEM_UID)
      .update({ documentId, locale, status: 'published', data });
  }

  createItem(title: string, body: string): Promise<{ documentId: string }> {
    const { locale } = this.post;
    return this.session
      .documents(TREND_ITEM_UID)
      .create({ locale, status: 'published', data: { title, body } });
  }

  createReference(data: Record<string, unknown>): Promise<{ documentId: string }> {
    return this.session.documents(REFERENCE_UID).create({ locale: this.post.locale, data });
  }

  citationsOf(item: TrendItemRow): CitationData[] {
    return item.citations.map(({ reference, text, label }) => ({
      reference: reference?.documentId ?? null,
      text,
      label,
    }));
  }
}

/** A section as the document service takes it. */
export interface SectionData {
  readonly heading: string | null;
  readonly prefix: string | null;
  readonly lead: string | null;
  readonly items: readonly string[];
}

/** A citation as the document service takes it. */
export interface CitationData {
  readonly reference: string | null;
  readonly text: string | null;
  readonly label: string | null;
}
