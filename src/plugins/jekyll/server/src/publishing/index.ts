import type { Core, Modules } from '@strapi/strapi';
import { guardUse } from './guard-use';
import { publishItem } from './publish-item';
import { publishPost } from './publish-post';
import { keepWithdrawalEvidence } from './withdrawal';

/**
 * Puts the rules of publishing in front of the document service: every path that publishes,
 * withdraws or deletes (admin, REST API, import, cron) goes through it.
 */
export function registerPublishing({ strapi }: { strapi: Core.Strapi }): void {
  const rules = [publishPost, publishItem, guardUse, keepWithdrawalEvidence];
  for (const rule of rules) {
    strapi.documents.use(rule(strapi) as Modules.Documents.Middleware.Middleware);
  }
}
