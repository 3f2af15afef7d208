import type { Core } from '@strapi/strapi';
import { FIELD_TEXTS } from '../../../contracts/field-texts';
import { PLUGIN_ID } from '../plugin-id';
import { isGenerated, isUntouched, withProposal, type Configuration } from './configuration';
import { RELATION_MAIN_FIELDS, VIEWS } from './views';

/** The content manager's own service for one kind of model, as far as it is used here. */
interface ConfigurationService {
  findConfiguration(model: { uid: string }): Promise<Configuration>;
  updateConfiguration(model: { uid: string }, configuration: Configuration): Promise<unknown>;
}

type Models = ReadonlyMap<string, { readonly attributes: object }>;

/** What was stored by this plugin, by uid: tells a person's later change from our own. */
type Seeded = Record<string, Configuration>;

/**
 * Gives the content types their labels, help texts, form rows and list columns in the content
 * manager. A view that a person has arranged is never changed; one that still is as Strapi
 * generated it, or as an earlier version of this plugin left it, is brought up to date.
 *
 * Call it from the plugin's bootstrap. Types that this project does not have are passed over.
 */
export async function seedContentManagerViews({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: PLUGIN_ID });
  const seeded = ((await store.get({ key: 'contentManagerViews' })) ?? {}) as Seeded;
  const next: Seeded = { ...seeded };

  const components: Models = new Map(Object.entries(strapi.components));
  const contentTypes: Models = new Map(Object.entries(strapi.contentTypes));

  for (const [uid, view] of Object.entries(VIEWS)) {
    const component = components.get(uid);
    const model = component ?? contentTypes.get(uid);
    if (!model) continue;

    const service: ConfigurationService = strapi
      .plugin('content-manager')
      .service(component ? 'components' : 'content-types');
    const stored = await service.findConfiguration({ uid });
    const before = seeded[uid];
    const ours = before
      ? isUntouched(stored, before)
      : isGenerated(stored, Object.keys(model.attributes));
    if (!ours) continue;

    const proposal = {
      view,
      texts: FIELD_TEXTS[uid] ?? {},
      mainFields: RELATION_MAIN_FIELDS[uid] ?? {},
    };
    const { settings, metadatas, layouts } = withProposal(stored, proposal);
    next[uid] = { settings, metadatas, layouts };
    await service.updateConfiguration({ uid }, next[uid]);
  }
  if (JSON.stringify(next) !== JSON.stringify(seeded)) {
    await store.set({ key: 'contentManagerViews', value: next });
  }
}
