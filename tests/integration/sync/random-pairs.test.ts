import { type PostContent, readPost } from '../../../src/plugins/jekyll/core/post';
import { edit } from '../export/content';
import { ITEM, type PostView } from '../import/cms';
import { plain, survey } from '../import/texts';
import { type Seeded, seeded } from '../laws/harness/seeded';
import { fileIn, openDesk } from './two-sides';

const desk = openDesk();
const PAIRS = 30;
/** One pair in so many is made in a survey, the others in plain posts. */
const SURVEYS = 3;

const PARTS = [1, 2, 3];
const MORE = ['categories: [AI, News]', 'math: true', 'tags: [one, two]', 'description: 설명'];
const ITEMS = PARTS.map((at) => ({
  title: `항목 ${at}`,
  body: `- ${at}번의 첫 줄입니다.\n- ${at}번의 둘째 줄입니다.`,
  source: `[Source ${at}](https://example.org/${at})`,
}));
const PARAGRAPHS = PARTS.map((at) => `${at}번의 첫 줄입니다.\n\n${at}번의 둘째 줄입니다.`).join(
  '\n\n',
);

const textOf = (slug: string, isSurvey: boolean): string =>
  isSurvey ? survey(`글 ${slug}`, ITEMS, MORE) : plain(`글 ${slug}`, MORE, PARAGRAPHS);

/** Something to do on one side. */
interface Change {
  readonly name: string;
  /** Changes with a place in common contest the same lines. */
  readonly place: string;
  readonly in: 'survey' | 'plain' | 'both';
}
interface CmsChange extends Change {
  make(post: PostView, word: string): Promise<unknown>;
}
interface BlogChange extends Change {
  make(text: string, word: string): string;
}

const field = (name: string, data: (word: string) => Record<string, unknown>): CmsChange => ({
  name,
  place: name,
  in: 'both',
  make: (post, word) => edit(desk.cms, post, data(word)),
});
const inItem = (at: number): CmsChange => ({
  name: `item ${at}`,
  place: `part ${at}`,
  in: 'survey',
  make: (post, word) =>
    desk.cms.documents(ITEM).update({
      documentId: post.sections[0]!.items[at - 1]!.documentId,
      locale: post.locale,
      status: 'published',
      data: { body: `- ${at}번의 첫 줄입니다.\n- ${word}입니다.` },
    }),
});
const inBody = (at: number): CmsChange => ({
  name: `paragraph ${at}`,
  place: `part ${at}`,
  in: 'plain',
  make: (post, word) =>
    edit(desk.cms, post, { body: post.body!.replace(`${at}번의 둘째 줄`, word) }),
});
const line = (
  name: string,
  place: string,
  kind: Change['in'],
  from: RegExp,
  to: (word: string) => string,
): BlogChange => ({
  name,
  place,
  in: kind,
  make(text, word) {
    if (!from.test(text)) throw new Error(`${name}: nothing to replace`);
    return text.replace(from, to(word));
  },
});
const key = (name: string, value: (word: string) => string): BlogChange =>
  line(name, name, 'both', new RegExp(`^${name}: .*$`, 'm'), (word) => `${name}: ${value(word)}`);

const CMS_CHANGES: CmsChange[] = [
  field('title', (title) => ({ title })),
  field('categories', (word) => ({ categories: [word] })),
  field('tags', (word) => ({ tags: ['one', word] })),
  field('description', (description) => ({ description })),
  ...PARTS.flatMap((at) => [inItem(at), inBody(at)]),
];
const BLOG_CHANGES: BlogChange[] = [
  key('title', (word) => `"${word}"`),
  key('categories', (word) => `[${word}]`),
  key('tags', (word) => `[${word}, two]`),
  key('description', (word) => word),
  ...PARTS.flatMap((at) => {
    const place = `part ${at}`;
    const of = (
      name: string,
      kind: Change['in'],
      from: RegExp,
      to: (word: string) => string,
    ): BlogChange => line(`${name} ${at}`, place, kind, from, to);
    return [
      of('line', 'both', new RegExp(`${at}번의 둘째 줄`), (word) => word),
      of('item', 'survey', new RegExp(`### 항목 ${at} `), (word) => `### ${word} `),
      of('source', 'survey', new RegExp(`\\[Source ${at}\\]`), (word) => `[${word}]`),
    ];
  }),
];

function drawPair(random: Seeded, isSurvey: boolean): [CmsChange, BlogChange] {
  const fits = (change: Change): boolean =>
    change.in === 'both' || (change.in === 'survey') === isSurvey;
  const inCms = random.pick(CMS_CHANGES.filter(fits));
  const others = BLOG_CHANGES.filter((change) => fits(change) && change.place !== inCms.place);
  return [inCms, random.pick(others)];
}

/** What an entry says, in the words of a file. */
const entrySays = (post: PostView) => ({
  title: post.title,
  categories: post['categories'],
  tags: post['tags'],
  description: post['description'],
  body: post.body,
  items: post.sections.flatMap(({ items }) =>
    items.map(({ title, body, citations }) => ({
      title,
      body,
      sources: citations.map(
        ({ text, reference }) => text ?? `[${reference?.title}](${reference?.url})`,
      ),
    })),
  ),
});

const fileSays = ({ title, categories, tags, description, body, sections }: PostContent) => ({
  title,
  categories,
  tags,
  description,
  body,
  items: sections.flatMap(({ items }) =>
    items.map((item) => ({
      title: item.title,
      body: item.body,
      sources: item.citations.map(({ text }) => text),
    })),
  ),
});

it(`brings ${PAIRS} random pairs of changes together, in file and entry, and rests`, async () => {
  const random = seeded('pairs of changes');
  const pairs = Array.from({ length: PAIRS }, (_, at) => {
    const [slug, isSurvey] = [`pair-${at}`, at % SURVEYS === 0];
    const file = `_posts/2025-03-02-${slug}.md`;
    const [inCms, inBlog] = drawPair(random, isSurvey);
    return { slug, file, text: textOf(slug, isSurvey), inCms, inBlog };
  });
  const blog = await desk.imported(Object.fromEntries(pairs.map(({ file, text }) => [file, text])));
  for (const { slug, file, inCms, inBlog } of pairs) {
    await inCms.make(await desk.cms.post({ slug }), `cms-${slug}`);
    await blog.write(file, inBlog.make(await blog.text(file), `blog-${slug}`));
  }

  const report = await desk.sync(blog);

  for (const { slug, file, text, inCms, inBlog } of pairs) {
    const what = `${file}: ${inCms.name} in the CMS, ${inBlog.name} in the blog`;
    const { action, merged, pulled, problems } = fileIn(report, file);
    // The categories are part of the address; one that the blog changed had moved already.
    const moves = inCms.name === 'categories';
    expect({ what, action, merged, pulled, problems }).toEqual({
      what,
      action: 'change',
      merged: true,
      pulled: true,
      problems: moves
        ? [expect.objectContaining({ code: 'address-moved', severity: 'warning' })]
        : [],
    });
    const now = await blog.text(file);
    // Each change stands in a line of its own, and no other line differs.
    const old = text.split('\n');
    const strange = now.split('\n').filter((row, at) => row !== old[at]);
    const isOf = (side: string) => strange.filter((row) => row.includes(`${side}-${slug}`)).length;
    expect({ what, all: strange.length, cms: isOf('cms'), blog: isOf('blog') }).toEqual({
      what,
      all: 2,
      cms: 1,
      blog: 1,
    });
    for (const status of ['published', 'draft'] as const) {
      const says = entrySays(await desk.cms.post({ slug }, status));
      expect({ what, says }).toEqual({
        what,
        says: fileSays(readPost(now, file, 'Asia/Seoul').content),
      });
    }
  }
  await desk.expectAtRest(blog);
}, 240_000);
