import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { PLUGIN_ID, textId } from './plugin-id';
import {
  EDIT_LAYOUT_HOOK,
  LIST_COLUMNS_HOOK,
  arrangeColumns,
  arrangeEditView,
} from './views/hooks';
import { registerImages } from './images';
import { registerBlogWidget, registerOnBlog } from './on-blog';
import { registerPage } from './page/register';
import { registerOutline } from './outline';
import { registerPreview } from './preview';
import { registerSettings } from './settings/register';
import { registerPublishing } from './publishing';
import { registerTranslation } from './translation';
import { displayNames } from './views/display-names';

type Texts = Record<string, string>;
/** The panel types inputs without props, and hands them `CustomFieldProps`. */
type InputModule = { default: ComponentType };

const prefixed = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [textId(key), text]));

let library: StrapiApp['library'] | null = null;

export default {
  register(app: StrapiApp) {
    // What the other plugins put into it is there once they all are registered.
    library = app.library;
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    registerPage(app);
    registerBlogWidget(app);
    app.customFields.register([
      {
        name: 'words',
        pluginId: PLUGIN_ID,
        type: 'json',
        intlLabel: { id: textId('field.words.label'), defaultMessage: 'Words (Jekyll)' },
        intlDescription: {
          id: textId('field.words.description'),
          defaultMessage: 'An ordered list of words, such as tags, with suggestions',
        },
        components: { Input: () => import('./fields/words/WordsInput') as Promise<InputModule> },
      },
      {
        name: 'slug',
        pluginId: PLUGIN_ID,
        type: 'string',
        intlLabel: { id: textId('field.slug.label'), defaultMessage: 'Slug (Jekyll)' },
        intlDescription: {
          id: textId('field.slug.description'),
          defaultMessage: 'An address for Jekyll, suggested from the title; Hangul is romanized',
        },
        components: { Input: () => import('./fields/slug/SlugInput') as Promise<InputModule> },
      },
    ]);
  },

  bootstrap(app: Pick<StrapiApp, 'registerHook' | 'getPlugin' | 'addSettingsLink'>) {
    // Hooks run outside React: this is where Strapi keeps the language that an editor chose.
    const language = () =>
      localStorage.getItem('strapi-admin-language') ?? document.documentElement.lang;
    app.registerHook(EDIT_LAYOUT_HOOK, arrangeEditView(language));
    app.registerHook(LIST_COLUMNS_HOOK, arrangeColumns(language));
    registerOutline(app);
    registerPreview(app);
    registerPublishing(app);
    registerTranslation(app);
    registerOnBlog(app);
    registerSettings(app);
    if (library) registerImages({ library });
  },

  async registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => {
        try {
          const texts = (await import(`./translations/${locale}.json`)) as { default: Texts };
          return { data: { ...prefixed(texts.default), ...displayNames(locale) }, locale };
        } catch {
          return { data: {}, locale };
        }
      }),
    );
  },
};
