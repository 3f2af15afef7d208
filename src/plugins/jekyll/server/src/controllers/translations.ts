import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { CreateVersionResponse, TranslationResponse } from '../../../contracts/translations';
import { readLocales } from '../../../entries/locales';
import { POST_UID } from '../content-model';
import { PLUGIN_ID } from '../plugin-id';
import type { TranslationsService } from '../services/translations';
import { COMMON_FIELDS } from '../translations/common-fields';
import { createEditor, type Editor, type EditorState } from '../translations/editor';
import { type PostVersions, readPostVersions } from '../translations/pair';
import { TRANSLATED_UIDS } from '../translations/versions';
import { documentIdSchema, localeSchema, validated } from './validation';

const readQuery = z.strictObject({ locale: localeSchema });
const createBody = z.strictObject({ from: localeSchema, to: localeSchema });
const commonBody = z.strictObject({
  from: localeSchema,
  locale: localeSchema,
  field: z.enum(COMMON_FIELDS),
});
const place = {
  uid: z.enum(TRANSLATED_UIDS),
  documentId: documentIdSchema,
  path: z.string().regex(/^[A-Za-z]+(?:\.\d+\.[A-Za-z]+)?$/),
};
/** As long as a post may be that an import takes. */
const text = z.string().max(5_000_000);
const saveBody = z.strictObject({
  from: localeSchema,
  locale: localeSchema,
  changes: z.array(z.strictObject({ ...place, value: text, before: text })).max(5000),
  marks: z.array(z.strictObject(place)).max(5000),
});

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: unknown;
  readonly request: { readonly body?: unknown };
  readonly state: EditorState;
}

export const createTranslationsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (): TranslationsService => strapi.plugin(PLUGIN_ID).service('translations');

  /** The post's versions, as far as the editor may know of them. */
  const open = async (
    ctx: Context,
    locale: string,
  ): Promise<{ editor: Editor; documentId: string; versions: PostVersions }> => {
    const editor = createEditor(strapi, ctx.state);
    const may = editor.may(POST_UID);
    if (may.cannot.read()) throw new errors.ForbiddenError();
    const documentId = validated(documentIdSchema, ctx.params['documentId']);
    const versions = await readPostVersions(strapi, documentId, locale);
    if (!versions) throw new errors.NotFoundError();
    const rows = versions.rows.filter((row) => !may.cannot.read(row));
    if (rows.length === 0) throw new errors.ForbiddenError();
    return { editor, documentId, versions: { ...versions, rows } };
  };
  const known = async (...codes: string[]): Promise<void> => {
    const { all } = await readLocales(strapi);
    const strange = codes.find((code) => !all.includes(code));
    if (strange !== undefined) {
      throw new errors.ValidationError(`The locale "${strange}" does not exist in this CMS.`);
    }
    if (new Set(codes).size < codes.length) {
      throw new errors.ValidationError('A version cannot be the translation of itself.');
    }
  };
  const answer = async (ctx: Context, locale: string): Promise<TranslationResponse> => {
    const { editor, versions } = await open(ctx, locale);
    return { data: await service().read(editor, versions, locale) };
  };

  return {
    /**
     * @throws ValidationError (400); ForbiddenError (403) without the right to read any version of
     *   the post; NotFoundError (404) for a post that is none
     */
    async findOne(ctx: Context): Promise<TranslationResponse> {
      const { locale } = validated(readQuery, ctx.query);
      await known(locale);
      return answer(ctx, locale);
    },

    /** @throws as `findOne`, and PolicyError (403) that names the document the editor may not make */
    async create(ctx: Context): Promise<CreateVersionResponse> {
      const request = validated(createBody, ctx.request.body);
      await known(request.from, request.to);
      const { editor, documentId } = await open(ctx, request.from);
      return { data: await service().create(editor, documentId, request) };
    },

    /** @throws as `findOne`; PolicyError (403); ApplicationError TRANSLATION_CONFLICT (400) */
    async save(ctx: Context): Promise<TranslationResponse> {
      const request = validated(saveBody, ctx.request.body);
      await known(request.from, request.locale);
      const { editor, documentId } = await open(ctx, request.locale);
      await service().save(editor, documentId, request);
      return answer(ctx, request.locale);
    },

    /** @throws as `findOne`; PolicyError (403) without the right to change the field */
    async copyCommon(ctx: Context): Promise<TranslationResponse> {
      const request = validated(commonBody, ctx.request.body);
      await known(request.from, request.locale);
      const { editor, documentId } = await open(ctx, request.locale);
      await service().copyCommon(editor, documentId, request);
      return answer(ctx, request.locale);
    },
  };
};
