import { seedContentManagerViews } from '../../src/plugins/jekyll/server/src/content-manager/layout';
import { bootStrapi, type BootedStrapi } from '../helpers/strapi';

interface Views {
  findConfiguration(model: { uid: string }): Promise<{
    settings: Record<string, unknown>;
    metadatas: Record<string, { edit: Record<string, unknown> }>;
    layouts: { edit: { name: string }[][]; list: string[] };
  }>;
  updateConfiguration(model: { uid: string }, configuration: object): Promise<unknown>;
}

// A busy machine boots Strapi in more than the five seconds that Jest gives a hook.
jest.setTimeout(60_000);

let app: BootedStrapi;
beforeAll(async () => {
  app = await bootStrapi();
});
afterAll(async () => {
  await app.close();
});

const types = (): Views => app.strapi.plugin('content-manager').service('content-types');
const components = (): Views => app.strapi.plugin('content-manager').service('components');
const seed = () => seedContentManagerViews({ strapi: app.strapi });

describe('the content manager, on a new database', () => {
  it.each([
    ['api::post.post', 'otherFrontMatter', 'Other front matter (YAML)'],
    ['api::trend-item.trend-item', 'collectedOn', 'Collected on'],
    ['api::reference.reference', 'url', 'Address (URL)'],
  ])('shows %s with labels, help texts and its title as name', async (uid, field, label) => {
    const { settings, metadatas, layouts } = await types().findConfiguration({ uid });
    expect(settings.mainField).toBe('title');
    expect(metadatas[field]?.edit).toMatchObject({
      label,
      description: expect.stringMatching(/./),
    });
    expect(layouts.list[0]).toBe('title');
    const shown = layouts.edit.flat().map((cell) => cell.name);
    const generated = /^(id|documentId|locale|localizations|.+(At|By))$/;
    const { attributes } = app.strapi.getModel(uid as 'api::post.post');
    expect(shown.sort()).toEqual(
      Object.keys(attributes)
        .filter((name) => !generated.test(name))
        .sort(),
    );
  });

  it('names sections by their heading and related entries by their title', async () => {
    const section = await components().findConfiguration({ uid: 'post.section' });
    const citation = await components().findConfiguration({ uid: 'trend-item.citation' });
    expect(section.settings.mainField).toBe('heading');
    expect(section.metadatas.items?.edit.mainField).toBe('title');
    expect(citation.metadatas.reference?.edit.mainField).toBe('title');
  });
});

describe('a view that a person has arranged', () => {
  it('is left as it is by the next start', async () => {
    const uid = 'api::reference.reference';
    const before = await types().findConfiguration({ uid });
    const edit = { ...before.metadatas.title?.edit, label: 'Headline' };
    const metadatas = { ...before.metadatas, title: { ...before.metadatas.title, edit } };
    await types().updateConfiguration({ uid }, { ...before, metadatas });
    await seed();
    const after = await types().findConfiguration({ uid });
    expect(after.metadatas.title?.edit.label).toBe('Headline');
    expect(after.layouts).toEqual(before.layouts);
  });

  it('does not keep the other views from being seeded', async () => {
    const uid = 'api::trend-item.trend-item';
    const before = await types().findConfiguration({ uid });
    await seed();
    expect(await types().findConfiguration({ uid })).toEqual(before);
  });
});
