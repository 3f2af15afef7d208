/** A message for the editor, in both languages of the panel. */
export interface Message {
  readonly en: string;
  readonly ko: string;
}

/** What can be wrong with a front matter text. */
export type ProblemCode =
  | 'front-matter-syntax'
  | 'front-matter-not-a-map'
  | 'front-matter-character'
  | 'front-matter-alias'
  | 'front-matter-alias-limit'
  | 'front-matter-tag'
  | 'front-matter-symbol'
  | 'front-matter-depth'
  | 'snippet-document-marker'
  | 'snippet-directive'
  | 'slug-empty'
  | 'slug-separator'
  | 'slug-control-character'
  | 'slug-dots'
  | 'slug-reserved-name'
  | 'slug-too-long';

/** Something found wrong, as data. `line` and `column` are 1-based and count in the file. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: Message;
  readonly line?: number;
  readonly column?: number;
}

/** Why an edit was refused. */
export type PostFileErrorCode =
  | 'unreadable-front-matter'
  | 'unrepresentable-value'
  | 'invalid-source'
  | 'invalid-key'
  | 'edit-not-possible';

/** Thrown by `editFrontMatter` and `createFrontMatter` when an edit cannot be written down. */
export class PostFileError extends Error {
  readonly code: PostFileErrorCode;
  readonly key: string;
  readonly messages: Message;

  constructor(code: PostFileErrorCode, key: string, messages: Message) {
    super(messages.en);
    this.name = 'PostFileError';
    this.code = code;
    this.key = key;
    this.messages = messages;
  }
}
