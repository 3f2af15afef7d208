import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type {
  PreviewBuildResponse,
  PreviewLinkResponse,
  PreviewRenderResponse,
} from '../../../contracts/preview';
import { abilityOf } from '../../../preview/access/rights';
import type { Grant } from '../../../preview/access/token';
import { readAsset } from '../../../preview/assets';
import { describeBuild, type KeptBuild } from '../../../preview/true-preview/builds';
import { languageOf, renderNotice } from '../../../preview/page/page';
import type { Asker, Refusal } from '../../../preview/open-version';
import type { PageAnswer } from '../../../preview/preview';
import { jekyllConfig } from '../config';
import { PLUGIN_ID } from '../plugin-id';
import type { PreviewService } from '../services/preview';
import { documentIdSchema, localeSchema, validated } from './validation';

const target = {
  documentId: documentIdSchema.nullable(),
  locale: localeSchema,
  status: z.enum(['draft', 'published']),
};
const language = z.enum(['en', 'ko']).default('en');
const linkBody = z.strictObject({
  ...target,
  language,
  theme: z.enum(['light', 'dark']).nullable().default(null),
});
const renderBody = z.strictObject({
  ...target,
  language,
  values: z.record(z.string(), z.unknown()).optional(),
});

const buildBody = renderBody.omit({ language: true });

/** The parts of a Koa context that the controller uses. */
export interface Context {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly request: { readonly body?: unknown };
  readonly state: { readonly user?: { readonly id?: number }; readonly userAbility?: unknown };
  status: number;
  body: unknown;
  type: string;
  set(name: string, value: string): void;
}

/** What is served beside a page runs nothing, even opened by itself. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
const NOTICE_POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'self'; sandbox";
const NOTICES = {
  expired: {
    en: 'This preview address has expired. Open the preview again from the post.',
    ko: '미리보기 주소의 기한이 지났습니다. 글에서 미리보기를 다시 여세요.',
  },
  forbidden: {
    en: 'You may not see this preview.',
    ko: '이 미리보기를 볼 권한이 없습니다.',
  },
  'not-found': {
    en: 'There is nothing to preview: this version does not exist.',
    ko: '미리 볼 것이 없습니다. 해당 버전이 없습니다.',
  },
} as const;

export const createPreviewController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (): PreviewService => strapi.plugin(PLUGIN_ID).service('preview');
  const askerOf = (ctx: Context): Asker => ({
    user: ctx.state.user?.id ?? 0,
    ability: ctx.state.userAbility,
  });
  const allowed = <T extends object | string>(answer: T | Refusal): T => {
    if (answer === 'forbidden') throw new errors.ForbiddenError();
    if (answer === 'not-found') throw new errors.NotFoundError();
    return answer as T;
  };
  const guarded = (ctx: Context, policy: string): void => {
    ctx.set('Content-Security-Policy', policy);
    ctx.set('Referrer-Policy', 'no-referrer');
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.set('X-Frame-Options', 'SAMEORIGIN');
  };
  const page = (ctx: Context, { html, policy }: PageAnswer): void => {
    guarded(ctx, policy);
    ctx.set('Cache-Control', 'no-store');
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = html;
  };
  const notice = (ctx: Context, status: number, name: keyof typeof NOTICES): void => {
    ctx.status = status;
    page(ctx, { html: renderNotice(NOTICES[name]), policy: NOTICE_POLICY });
  };
  /** The rights of whoever asked for an address count as they are when it is opened. */
  const askerOfGrant = async ({ user }: Grant): Promise<Asker | null> => {
    const ability = await abilityOf(strapi, user);
    return ability === null ? null : { user, ability };
  };
  const serve = (ctx: Context, file: { bytes: Buffer; type: string } | null, age: string): void => {
    guarded(ctx, FILE_POLICY);
    // A page without an origin asks for fonts across origins.
    ctx.set('Access-Control-Allow-Origin', '*');
    if (!file) {
      ctx.status = 404;
      ctx.body = '';
      return;
    }
    ctx.set('Cache-Control', age);
    ctx.type = file.type;
    ctx.body = file.bytes;
  };

  const described = (build: KeptBuild) => describeBuild(build, service().builtLink(build));
  const ownBuild = (ctx: Context): KeptBuild => {
    const build = service().builds.find(ctx.params['id'] ?? '', askerOf(ctx).user);
    if (!build) throw new errors.NotFoundError();
    return build;
  };

  return {
    /** @throws ValidationError (400), ForbiddenError (403), NotFoundError (404) */
    async link(ctx: Context): Promise<PreviewLinkResponse> {
      const { language: panel, theme, ...version } = validated(linkBody, ctx.request.body);
      const options = { language: panel, theme };
      const url = allowed<string>(await service().link(version, askerOf(ctx), options));
      const { jekyll } = jekyllConfig(strapi).preview;
      return { data: { url, canBuild: jekyll !== null && version.documentId !== null } };
    },

    /** @throws ValidationError (400), ForbiddenError (403), NotFoundError (404) */
    async render(ctx: Context): Promise<PreviewRenderResponse> {
      const { language: panel, values, ...version } = validated(renderBody, ctx.request.body);
      const data = await service().render(version, askerOf(ctx), panel, values);
      return { data: allowed(data) };
    },

    /** The page behind a signed address. */
    async page(ctx: Context): Promise<void> {
      const { grant, expired } = service().signer.verify(ctx.params['token'] ?? '', 'page');
      if (!grant) return notice(ctx, 403, expired ? 'expired' : 'forbidden');
      const asker = await askerOfGrant(grant);
      if (!asker) return notice(ctx, 403, 'forbidden');
      const { documentId, locale, status } = grant;
      const version = { documentId: documentId === '' ? null : documentId, locale, status };
      const { theme } = ctx.query;
      const answer = await service().page(version, asker, {
        language: languageOf(ctx.query['language']),
        theme: theme === 'dark' || theme === 'light' ? theme : null,
      });
      if (answer === 'forbidden') return notice(ctx, 403, answer);
      if (answer === 'not-found') return notice(ctx, 404, answer);
      page(ctx, answer);
    },

    /** A picture, style sheet or font of the checkout. */
    async media(ctx: Context): Promise<void> {
      const token = ctx.params['token'] ?? '';
      const { grant } = service().signer.verify(token, 'media');
      const file = grant ? await service().media(ctx.params['path'] ?? '', token) : null;
      serve(ctx, file, 'private, max-age=300');
    },

    /** Begins a real build of the version as it stands in the form. */
    async startBuild(ctx: Context): Promise<PreviewBuildResponse> {
      const { values, ...version } = validated(buildBody, ctx.request.body);
      const asker = askerOf(ctx);
      const found = allowed(await service().open(version, asker, values));
      if (!jekyllConfig(strapi).preview.jekyll) throw new errors.NotFoundError();
      return { data: described(service().builds.start(asker.user, version, found)) };
    },

    /** @throws NotFoundError (404) for a build that is not this user's */
    async findBuild(ctx: Context): Promise<PreviewBuildResponse> {
      return { data: described(ownBuild(ctx)) };
    },

    /** @throws NotFoundError (404) for a build that is not this user's */
    async cancelBuild(ctx: Context): Promise<PreviewBuildResponse> {
      const build = ownBuild(ctx);
      service().builds.cancel(build);
      return { data: described(build) };
    },

    /** The page that a build has made, behind its signed address. */
    async built(ctx: Context): Promise<void> {
      const { grant, expired } = service().signer.verify(ctx.params['token'] ?? '', 'site');
      if (!grant) return notice(ctx, 403, expired ? 'expired' : 'forbidden');
      const asker = await askerOfGrant(grant);
      const build = asker && service().builds.find(grant.build ?? '', asker.user);
      if (!asker || !build) return notice(ctx, asker ? 404 : 403, asker ? 'expired' : 'forbidden');
      const version = await service().open(build.target, asker);
      if (version === 'forbidden') return notice(ctx, 403, version);
      const answer = await service().builtPage(build);
      if (!answer) return notice(ctx, 404, 'not-found');
      page(ctx, answer);
    },

    /** A picture, style sheet or font of the built site. */
    async builtFile(ctx: Context): Promise<void> {
      const token = ctx.params['token'] ?? '';
      const { grant } = service().signer.verify(token, 'site');
      const file = grant ? await service().builtFile(ctx.params['path'] ?? '', token) : null;
      serve(ctx, file, 'private, max-age=60');
    },

    /** Our own script and styles, KaTeX's fonts and mermaid: the same for everybody. */
    async asset(ctx: Context): Promise<void> {
      serve(ctx, await readAsset(ctx.params['path'] ?? ''), 'public, max-age=3600');
    },
  };
};
