import type { Core } from '@strapi/strapi';

/** Locales of the CMS by their codes. */
export interface CmsLocales {
  /** In which posts are written first. */
  readonly original: string;
  /** All of them, the original one first, as the content manager shows them. */
  readonly all: readonly string[];
}

export async function readLocales(strapi: Core.Strapi): Promise<CmsLocales> {
  const service = strapi.plugin('i18n').service('locales');
  const original: string = await service.getDefaultLocale();
  const found: { code: string }[] = await service.find();
  const others = found.map(({ code }) => code).filter((code) => code !== original);
  return { original, all: [original, ...others] };
}
