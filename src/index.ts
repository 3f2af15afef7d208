import type { Core } from '@strapi/strapi';

/**
 * The application's own wiring. Korean is the default locale from the first boot on: Strapi reads
 * this variable only while the table of locales is empty.
 */
process.env.STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE ??= 'ko';

export default {
  /** Adds English beside the default locale when the database is new; an editor's choice stays. */
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const locales = strapi.plugin('i18n').service('locales');
    const store = strapi.store({ type: 'core', name: 'app' });
    if (await store.get({ key: 'localesSeeded' })) return;
    if (!(await locales.findByCode('en'))) {
      await locales.create({ code: 'en', name: 'English (en)' });
    }
    await store.set({ key: 'localesSeeded', value: true });
  },
};
