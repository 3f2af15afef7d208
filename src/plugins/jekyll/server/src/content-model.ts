/**
 * Uids of the types that hold the blog's content, as they stand in `src/api` and `src/components`
 * of the application. Everything of the plugin that touches content names them through this file.
 */
export const POST_UID = 'api::post.post';
export const TREND_ITEM_UID = 'api::trend-item.trend-item';
export const REFERENCE_UID = 'api::reference.reference';
export const SECTION_UID = 'post.section';
export const CITATION_UID = 'trend-item.citation';
export const UPLOAD_FILE_UID = 'plugin::upload.file';

/** Names of the fields that carry the structure of a post: what publishing has to look at. */
export const POST_FIELDS = { title: 'title', sections: 'sections' } as const;
export const SECTION_FIELDS = { heading: 'heading', items: 'items' } as const;
export const TREND_ITEM_FIELDS = { title: 'title', citations: 'citations' } as const;
export const CITATION_FIELDS = { reference: 'reference' } as const;
export const REFERENCE_FIELDS = { title: 'title' } as const;
