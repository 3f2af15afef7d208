/** Uids of the types whose publishing the panel knows about (the server's `content-model`). */
export const POST_UID = 'api::post.post';
export const TREND_ITEM_UID = 'api::trend-item.trend-item';
export const REFERENCE_UID = 'api::reference.reference';

/** Tag under which the content manager caches a document; invalidating it reloads the document. */
export const documentTag = (uid: string, documentId: string) =>
  ({ type: 'Document', id: `${uid}_${documentId}` }) as const;

/** Path of a document's edit view, below the panel's root. */
export const editPath = (uid: string, documentId: string, locale: string): string =>
  `/content-manager/collection-types/${uid}/${documentId}?plugins[i18n][locale]=${encodeURIComponent(locale)}`;
