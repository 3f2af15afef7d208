import type { Core, Modules } from '@strapi/strapi';
import { guardSave } from './guard-save';

/** Stands outside all other rules: what they do on the way would make a version newer. */
export function registerSeen({ strapi }: { strapi: Core.Strapi }): void {
  strapi.documents.use(guardSave(strapi) as Modules.Documents.Middleware.Middleware);
}
