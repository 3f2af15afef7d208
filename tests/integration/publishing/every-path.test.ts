import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { Blog, ITEM, LOCALES, other, POST, refusal, type Locale, type Outline } from './blog';
import { CREATE_PATH_NAMES, makePaths, PATH_NAMES, type CreatePath, type Path } from './paths';

let app: BootedStrapi;
let blog: Blog;
let paths: Record<string, Path>;
let createPaths: Record<string, CreatePath>;
beforeAll(async () => {
  app = await bootStrapi();
  blog = new Blog(app.strapi);
  ({ paths, createPaths } = await makePaths(blog));
});
afterAll(async () => {
  await app.close();
});

/** A post of two sections with items that are drafts, and what it has to show in a locale. */
async function draftSurvey() {
  const source = await blog.reference('Source');
  const paper = await blog.reference('Paper');
  const first = await blog.item('First', [source]);
  const second = await blog.item('Second', [paper, source, paper]);
  const third = await blog.item('Third');
  const lone = await blog.item('Lone', [paper]);
  const sections = [
    { heading: 'News', items: [first, second, third] },
    { heading: 'Papers', items: [lone] },
  ];
  const outline = (locale: string): Outline => [
    {
      heading: 'News',
      items: [
        `First ${locale}: Source ${locale}`,
        `Second ${locale}: Paper ${locale}, Source ${locale}, Paper ${locale}`,
        `Third ${locale}: `,
      ],
    },
    { heading: 'Papers', items: [`Lone ${locale}: Paper ${locale}`] },
  ];
  return { sections, outline, second, lone };
}
type Survey = Awaited<ReturnType<typeof draftSurvey>> & { post: string };

const without = (outline: Outline, title: string): Outline =>
  outline.map(({ heading, items }) => ({
    heading,
    items: items.filter((item) => !item.startsWith(title)),
  }));

/** States of a post whose items are drafts; each gives what must be shown once it is published. */
const STARTS: Record<string, (locale: Locale) => Promise<Survey>> = {
  async 'never published'() {
    const survey = await draftSurvey();
    return { ...survey, post: await blog.post('Survey', survey.sections) };
  },
  async published() {
    const survey = await STARTS['never published']!('ko');
    await blog.documents(POST).publish({ documentId: survey.post, locale: '*' });
    for (const documentId of [survey.second, survey.lone]) {
      const jekyll = { confirmed: true };
      await blog.documents(ITEM).unpublish({ documentId, locale: '*', jekyll });
    }
    return survey;
  },
  async modified(locale) {
    const survey = await STARTS.published!(locale);
    const added = await blog.item('Added', []);
    for (const one of LOCALES) {
      const sections = [...survey.sections, { heading: 'More', items: [added] }];
      const data = { title: `Changed ${one}`, sections };
      await blog.documents(POST).update({ documentId: survey.post, locale: one, data });
    }
    const outline = (one: string) => [
      ...survey.outline(one),
      { heading: 'More', items: [`Added ${one}: `] },
    ];
    return { ...survey, outline };
  },
};

const STARTS_BY_NAME = Object.keys(STARTS);
/** Without the full run one locale each, by turns, so that every path and start has both. */
const localesOf = (pathName: string, start: string): readonly Locale[] => {
  if (process.env['JEKYLL_CMS_FULL'] === '1') return LOCALES;
  const turn = PATH_NAMES.indexOf(pathName) + STARTS_BY_NAME.indexOf(start);
  return LOCALES.filter((_, index) => index === turn % LOCALES.length);
};

describe.each(PATH_NAMES)('by %s', (pathName) => {
  describe.each(STARTS_BY_NAME)('from a post that was %s', (start) => {
    it.each(localesOf(pathName, start))(
      'no item and no citation is ever missing in %s',
      async (locale) => {
        const path = paths[pathName]!;
        const { post, second, lone, outline } = await STARTS[start]!(locale);
        const whole = outline(locale);
        const shown = () => blog.outline(post, locale);
        const elsewhere = await blog.outline(post, other(locale));

        await path.publish(POST, post, locale);
        expect(await shown()).toEqual(whole);

        await path.publish(ITEM, second, locale);
        expect(await shown()).toEqual(whole);

        await path.publish(POST, post, locale);
        expect(await shown()).toEqual(whole);

        const refused = await refusal(path.withdraw(second, locale, false));
        expect(refused.details).toMatchObject({ code: 'ITEM_IN_USE' });
        expect(await shown()).toEqual(whole);

        await path.withdraw(second, locale, true);
        await path.withdraw(lone, locale, true);
        expect(await shown()).toEqual(without(without(whole, 'Second'), 'Lone'));

        await path.publish(ITEM, lone, locale);
        await path.publish(ITEM, second, locale);
        expect(await shown()).toEqual(whole);

        const all = pathName.endsWith('all locales');
        expect(await blog.outline(post, other(locale))).toEqual(
          all ? outline(other(locale)) : elsewhere,
        );
      },
    );
  });
});

describe.each(CREATE_PATH_NAMES)('by %s', (pathName) => {
  it.each(LOCALES)('a new post shows its items in %s', async (locale) => {
    const { sections, outline, second } = await draftSurvey();
    const post = await createPaths[pathName]!({ title: 'New', sections }, locale);
    expect(await blog.outline(post, locale)).toEqual(outline(locale));
    expect(await blog.isPublished(ITEM, second, other(locale))).toBe(false);
  });
});
