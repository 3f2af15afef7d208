/**
 * `POST /jekyll/surveys`: starts a survey from the last one, as a draft. Needs the right to create
 * posts in that locale, and to read the one that it starts from.
 */
export const SURVEYS_PATH = '/jekyll/surveys';

export interface NewSurveyRequest {
  readonly locale: string;
  /** The post to start from; the last survey of the locale without it. */
  readonly from?: string | undefined;
}

export interface NewSurveyResponse {
  /** null where there is no survey to start from. */
  readonly data: { readonly documentId: string; readonly locale: string } | null;
}
