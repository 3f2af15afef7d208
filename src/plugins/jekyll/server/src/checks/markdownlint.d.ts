/** markdownlint's types are for resolvers that read `exports`; the server's does not. */
declare module 'markdownlint/sync' {
  export function lint(options: {
    readonly strings: Readonly<Record<string, string>>;
    readonly config: Readonly<Record<string, unknown>>;
    readonly frontMatter: RegExp | null;
  }): Record<string, unknown[]>;
}
