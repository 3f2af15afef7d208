import type { PublishingPreview, PublishingProblem } from '../../../contracts/publishing';

/** A version of a post. */
export interface PostVersion {
  readonly documentId: string;
  readonly locale: string;
}

/** Asks what publishing a post would do. */
export const previewRequest = ({ documentId, locale }: PostVersion) => ({
  url: `/jekyll/publishing/${encodeURIComponent(documentId)}`,
  method: 'GET' as const,
  config: { params: { locale } },
});

/** Why the post cannot be published as it stands. */
export const problemsOf = (preview: PublishingPreview): readonly PublishingProblem[] => [
  ...preview.missing,
  ...preview.duplicates,
];

/** Whether publishing would do no more than publish the post, and needs no word. */
export const isUneventful = (preview: PublishingPreview): boolean =>
  problemsOf(preview).length + preview.publishedAlong.length + preview.keptOlder.length === 0 &&
  preview.translation === null;
