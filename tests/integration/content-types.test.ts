import { bootStrapi, type BootedStrapi } from '../helpers/strapi';

let app: BootedStrapi;
beforeAll(async () => {
  app = await bootStrapi();
});
afterAll(async () => {
  await app.close();
});

describe('a new database', () => {
  it('has Korean as its default locale, and English', async () => {
    const locales = app.strapi.plugin('i18n').service('locales');
    const codes = (await locales.find()).map((locale: { code: string }) => locale.code);
    expect(codes.sort()).toEqual(['en', 'ko']);
    expect(await locales.getDefaultLocale()).toBe('ko');
  });
});

describe('the content types', () => {
  it('localize every attribute, so that no version of an entry can overwrite another', () => {
    for (const uid of [
      'api::post.post',
      'api::trend-item.trend-item',
      'api::reference.reference',
    ]) {
      const type = app.strapi.contentType(uid as 'api::post.post');
      const added = [
        'createdAt',
        'updatedAt',
        'publishedAt',
        'createdBy',
        'updatedBy',
        'locale',
        'localizations',
        'documentId',
        'id',
      ];
      const shared = Object.entries(type.attributes)
        .filter(([name]) => !added.includes(name))
        .filter(([, attribute]) => {
          const options = (attribute as { pluginOptions?: { i18n?: { localized?: boolean } } })
            .pluginOptions;
          return options?.i18n?.localized !== true;
        })
        .map(([name]) => name);
      expect({ uid, shared }).toEqual({ uid, shared: [] });
    }
  });

  it('hide the records of the plugin from the content manager', () => {
    for (const uid of [
      'plugin::jekyll.file',
      'plugin::jekyll.asset',
      'plugin::jekyll.lease',
      'plugin::jekyll.withdrawn-item',
    ]) {
      const type = app.strapi.contentType(uid as 'api::post.post');
      expect(type.pluginOptions).toMatchObject({ 'content-manager': { visible: false } });
    }
  });
});
