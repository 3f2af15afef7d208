import type { Core, Modules } from '@strapi/strapi';
import { clonedPost } from './cloned-post';
import { coverSource } from './cover-source';
import { firstPublish } from './first-publish';
import { referenceText } from './reference-text';

/** Rules that keep entries consistent with what the blog will show, on every path that saves. */
export function registerEntryRules({ strapi }: { strapi: Core.Strapi }): void {
  for (const rule of [clonedPost, coverSource, firstPublish, referenceText]) {
    strapi.documents.use(rule(strapi) as unknown as Modules.Documents.Middleware.Middleware);
  }
}
