import { POST_TEXTS, SECTION_TEXTS } from './post';
import { CITATION_TEXTS, REFERENCE_TEXTS, TREND_ITEM_TEXTS } from './sources';
import type { FieldTexts } from './types';

export type { FieldText, FieldTexts, PanelText } from './types';

/**
 * Labels and help texts of every field, by the uid of its content type or component. The server
 * stores the English ones in the content manager's configuration, where a person can change them;
 * the panel shows the Korean ones in place of those that nobody changed.
 */
export const FIELD_TEXTS: Readonly<Record<string, FieldTexts>> = {
  'api::post.post': POST_TEXTS,
  'api::trend-item.trend-item': TREND_ITEM_TEXTS,
  'api::reference.reference': REFERENCE_TEXTS,
  'post.section': SECTION_TEXTS,
  'trend-item.citation': CITATION_TEXTS,
};
