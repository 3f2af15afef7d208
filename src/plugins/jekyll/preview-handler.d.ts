/** For `preview` in `config/admin.ts`: Strapi's own Preview shows posts as they will be on the blog. */
export declare function jekyllPreview(): {
  enabled: true;
  config: {
    handler(
      uid: string,
      params: { documentId?: string; locale?: string; status?: string },
    ): Promise<string | null>;
  };
};
