import type { Core } from '@strapi/strapi';
import { affectedPosts, whenToLook } from '../auto-export/affected';
import { POST_UID } from '../content-model';
import { PLUGIN_ID } from '../plugin-id';
import { type DocumentMiddleware, paramsOf } from '../publishing/save-and-publish';
import { localeScope } from '../publishing/scope';
import type { StatusBoard } from './board';

/**
 * Forgets the plans of posts whose items or references change: their own rows don't tell. A
 * middleware of the document service that hinders nothing.
 */
export const forgetChanges =
  (strapi: Core.Strapi): DocumentMiddleware =>
  async (context, next) => {
    const { snapshot }: StatusBoard = strapi.plugin(PLUGIN_ID).service('statusBoard');
    const { documentId, locale } = paramsOf(context);
    const when = whenToLook(context);
    if (!when || !documentId || context.uid === POST_UID || snapshot.isEmpty) return next();
    const scope = await localeScope(strapi, locale);
    const look = () => affectedPosts(strapi, { uid: context.uid, documentId, scope });
    const before = when === 'before' ? await look() : [];
    const result = await next();
    const posts = when === 'after' ? await look() : before;
    snapshot.forget(posts.map((post) => post.documentId));
    return result;
  };
