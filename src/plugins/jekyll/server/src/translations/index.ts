import type { Core, Modules } from '@strapi/strapi';
import { keepTranslations } from './keep';

export { type ImportedVersion, rememberImported } from './remember-imported';

/** Last of the middlewares: it sees what the others made of an action. */
export function registerTranslations({ strapi }: { strapi: Core.Strapi }): void {
  strapi.documents.use(
    keepTranslations(strapi) as unknown as Modules.Documents.Middleware.Middleware,
  );
}
