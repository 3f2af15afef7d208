import type { PostContent } from '../../../../src/plugins/jekyll/core/post';
import { suggestSlug } from '../../../../src/plugins/jekyll/core/post-file';
import type { PostRow } from '../../../../src/plugins/jekyll/entries/rows';
import { POST_UID } from '../../../../src/plugins/jekyll/server/src/content-model';
import { derivedTitle, otherValues, trimBlank } from './content';
import type { Edit, PlannedEdit } from './edit';
import { bodyEdit, BROKEN_YAML, NASTY_TEXTS, NASTY_WORDS, OTHER_PAIRS, SLUGS } from './post-values';
import { type Seeded, seeded } from './seeded';
import type { LawPost, LawSession } from './session';

interface Attribute {
  /** Keys whose lines may spell the field. */
  readonly keys: readonly string[];
  readonly value: (random: Seeded, post: LawPost, row: PostRow) => unknown;
  readonly expect: (content: PostContent, value: never, row: PostRow) => PostContent;
}

const text = (
  field: 'title' | 'description',
  keys: readonly string[],
  expect: Attribute['expect'],
): Attribute => ({
  keys,
  value: (random, _post, row) =>
    random.int(4) === 0 ? `${row[field] ?? ''} again` : random.pick(NASTY_TEXTS),
  expect,
});

const words = (
  field: 'categories' | 'tags' | 'authors' | 'redirects' | 'keywords',
  keys: readonly string[],
): Attribute => ({
  keys,
  value(random, post) {
    const old = post.content[field];
    switch (random.int(4)) {
      case 0:
        return [...old, 'one more'];
      case 1:
        return old.length > 1 ? [...old].reverse() : ['another'];
      case 2:
        return old.length > 1 ? old.slice(1) : ['first', 'second'];
      default:
        return random.pick(NASTY_WORDS);
    }
  },
  expect: (content, value: readonly string[] | null) => ({ ...content, [field]: value ?? [] }),
});

const cover = (part: 'path' | 'alt' | 'lqip'): Attribute => ({
  keys: ['image'],
  value: (random) =>
    random.int(3) === 0 ? `/assets/새 그림-${random.int(9)}.png` : random.pick(NASTY_TEXTS),
  expect: (content, value: string | null) => ({
    ...content,
    cover: { ...content.cover, [part]: value },
  }),
});

const flag = (field: 'math' | 'mermaid' | 'toc' | 'pin' | 'comments'): Attribute => ({
  keys: [field],
  value: (random, post) =>
    random.pick([true, false, null].filter((value) => value !== post.content[field])),
  expect: (content, value: boolean | null) => ({ ...content, [field]: value }),
});

const isPlain = (content: PostContent): boolean => content.sections.length === 0;

/** Every attribute of a Post that a file says. */
export const ATTRIBUTES: Readonly<Record<string, Attribute>> = {
  title: text('title', ['title'], (content, value: string | null) => ({
    ...content,
    title: value,
  })),
  slug: {
    keys: ['slug', 'title', 'date'],
    value: (random) => random.pick(SLUGS),
    expect: (content, value: string | null) => ({
      ...content,
      slug: value || suggestSlug(content.title ?? ''),
      title: content.title ?? derivedTitle(content.slug),
    }),
  },
  date: {
    keys: ['date'],
    value(random, post) {
      const ms = post.content.date ?? Date.UTC(2024, 0, 1);
      const day = 86_400_000;
      const shift = random.pick([day, -day, 3_600_000, -60_000, 1000, 400 * day, 41 * day + 1234]);
      return new Date(ms + shift).toISOString();
    },
    expect: (content, value: string) => ({
      ...content,
      date: Math.floor(Date.parse(value) / 1000) * 1000,
    }),
  },
  description: text('description', ['description'], (content, value: string | null) => ({
    ...content,
    description: value,
  })),
  categories: words('categories', ['categories', 'category']),
  tags: words('tags', ['tags', 'tag']),
  authors: words('authors', ['authors', 'author']),
  redirects: words('redirects', ['redirect_from']),
  coverPath: cover('path'),
  coverAlt: cover('alt'),
  coverLqip: cover('lqip'),
  math: flag('math'),
  mermaid: flag('mermaid'),
  toc: flag('toc'),
  pin: flag('pin'),
  comments: flag('comments'),
  mediaBase: {
    keys: ['img_path', 'media_subpath'],
    value: (random) =>
      random.pick(['/assets/other/', '/새 폴더/', 'a: b', '# c', 'yes', '', null, '12']),
    expect: (content, value: string | null) => ({
      ...content,
      mediaBase: value ? { value, key: content.mediaBase.key ?? 'media_subpath' } : NO_BASE,
    }),
  },
  mediaBaseKey: {
    keys: ['img_path', 'media_subpath'],
    value: (_random, post) =>
      post.content.mediaBase.key === 'img_path' ? 'media_subpath' : 'img_path',
    expect: (content, value: 'img_path' | 'media_subpath') => ({
      ...content,
      mediaBase: content.mediaBase.value ? { ...content.mediaBase, key: value } : NO_BASE,
    }),
  },
  otherFrontMatter: {
    keys: [],
    value(random, post) {
      const old = post.content.otherFrontMatter;
      switch (random.int(5)) {
        case 0:
          return old + random.pick(OTHER_PAIRS);
        case 1:
          return random.pick(OTHER_PAIRS) + old;
        case 2:
          return old === '' ? random.pick(OTHER_PAIRS) : '';
        case 3:
          return random.pick(BROKEN_YAML);
        default:
          return null;
      }
    },
    expect: (content, value: string | null) => ({ ...content, otherFrontMatter: value ?? '' }),
  },
  keywords: {
    ...words('keywords', []),
    // A plain post has no field for them: they are shown above its text.
    expect(content, value: readonly string[] | null) {
      const shown = (value ?? []).map((word) => word.trim()).filter(Boolean);
      if (!isPlain(content) || shown.length === 0) return { ...content, keywords: shown };
      return { ...content, body: `${KEYWORDS_BOX(shown)}\n\n${content.body}`.trimEnd() };
    },
  },
  body: {
    keys: [],
    value: (random, post) => bodyEdit(post.content.body, random),
    expect: (content, value: string | null) => ({ ...content, body: trimBlank(value ?? '') }),
  },
  closing: {
    keys: [],
    value: (random, post) =>
      random.pick([
        `${post.content.closing ?? ''}\n\nA last word, "quoted". 마지막 말.`.trim(),
        '## 참고 문헌\n\nMore: [a link](https://example.com/a).',
        '## References',
        'Only words.',
        '',
      ]),
    expect(content, value: string) {
      if (!isPlain(content)) return { ...content, closing: value };
      const shown = value.trim() === '## References' ? '' : value;
      return { ...content, body: [content.body, shown].filter(Boolean).join('\n\n') };
    },
  },
};

const NO_BASE = { value: null, key: null } as const;
/** The box of the house form, with the space below it. */
const KEYWORDS_BOX = (shown: readonly string[]): string =>
  `--------------------\n\n> **<u>KEYWORDS</u>**        \n> ${shown.join(', ')}\n{: .prompt-info }\n\n--------------------\n\n\n&nbsp;\n&nbsp;\n&nbsp;`;

const BODY_FIELDS = new Set(['body', 'closing', 'keywords']);

/** Edits of every attribute of a post. */
export function postEdits(session: LawSession, post: LawPost, seed: string): PlannedEdit[] {
  return Object.entries(ATTRIBUTES).map(([name, attribute]) => ({
    name,
    draw: async (): Promise<Edit | null> => {
      const row = await session.draftOf(post);
      const value = attribute.value(seeded(`${seed} ${name}`), post, row);
      const old = row[name as keyof PostRow] ?? null;
      if (JSON.stringify(value) === JSON.stringify(old)) return null;
      const expected = attribute.expect(post.content, value as never, row);
      const update = async (next: unknown): Promise<void> => {
        const { documentId, locale } = post;
        const data = { [name]: next };
        await session.documents(POST_UID).update({ documentId, locale, status: 'published', data });
      };
      const cleared = BODY_FIELDS.has(name) && (!value || !old || value === '');
      return {
        name,
        value,
        apply: () => update(value),
        undo: () => update(old),
        expected,
        slug: expected.slug,
        reach: {
          keys: keysOf(name, attribute, post, value),
          body: BODY_FIELDS.has(name),
          structural: cleared || name === 'keywords' || name === 'closing',
          relabels: false,
        },
      };
    },
  }));
}

/** Other front matter reaches the keys that it names, before and after. */
function keysOf(
  name: string,
  attribute: Attribute,
  post: LawPost,
  value: unknown,
): readonly string[] {
  if (name !== 'otherFrontMatter') return attribute.keys;
  const next = typeof value === 'string' ? value : '';
  return Object.keys({
    ...otherValues(post.content.otherFrontMatter),
    ...otherValues(next),
  });
}
