/** Arguments of the content manager's requests, as far as they are read here. */
export interface RequestArgs {
  readonly model: string;
  readonly documentId?: string;
  readonly documentIds?: readonly string[];
  readonly params?: object & { readonly locale?: string | readonly string[] };
  readonly data?: unknown;
}
