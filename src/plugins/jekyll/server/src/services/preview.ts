import type { Core } from '@strapi/strapi';
import { createPreview, type Preview } from '../../../preview/preview';
import { POST_UID } from '../content-model';

/** What Strapi's own Preview hands its handler. */
interface HandlerParams {
  readonly documentId?: string | undefined;
  readonly locale?: string | undefined;
  readonly status?: string | undefined;
}

export type PreviewService = Preview & {
  /** For `preview.config.handler` in `config/admin.ts`: the address of a post's page, or none. */
  handler(uid: string, params: HandlerParams): Promise<string | null>;
};

export const createPreviewService = ({ strapi }: { strapi: Core.Strapi }): PreviewService => {
  const preview = createPreview(strapi);
  return {
    ...preview,
    async handler(uid, { documentId, locale, status }) {
      const state = strapi.requestContext.get()?.state as
        | { user?: { id?: number; preferedLanguage?: string }; userAbility?: unknown }
        | undefined;
      if (uid !== POST_UID || !documentId || !locale || !state?.user?.id) return null;
      const target = {
        documentId,
        locale,
        status: status === 'published' ? ('published' as const) : ('draft' as const),
      };
      const language = state.user.preferedLanguage === 'ko' ? 'ko' : 'en';
      const asker = { user: state.user.id, ability: state.userAbility };
      const url = await preview.link(target, asker, { language });
      return url === 'forbidden' || url === 'not-found' ? null : url;
    },
  };
};
