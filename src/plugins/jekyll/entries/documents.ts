import type { Core, UID } from '@strapi/strapi';

export interface StoredDocument {
  readonly documentId: string;
}

/**
 * The Document Service for content types that the plugin knows by name only: their generated types
 * belong to the application.
 */
export interface ContentDocuments {
  create(params: {
    locale: string;
    status?: 'draft' | 'published';
    data: Record<string, unknown>;
  }): Promise<StoredDocument>;
  /** null where the document does not exist. */
  update(params: {
    documentId: string;
    locale: string;
    status?: 'draft' | 'published';
    data: Record<string, unknown>;
  }): Promise<StoredDocument | null>;
  /** `*` for all locales. */
  delete(params: { documentId: string; locale: string }): Promise<unknown>;
  unpublish(params: { documentId: string; locale: string }): Promise<unknown>;
}

export const documentsOf = (strapi: Core.Strapi, uid: string): ContentDocuments =>
  strapi.documents(uid as UID.ContentType) as unknown as ContentDocuments;
