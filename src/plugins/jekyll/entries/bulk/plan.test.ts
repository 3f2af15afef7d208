import { readPost } from '../../core/post';
import { createReferenceIndex, type StoredReference } from '../references';
import type { BulkModel } from './model';
import { type PlanContext, planPost, type PostTarget, rowOfPlanned } from './plan';
import { contentsOf } from './rows';

const ANY = new Proxy({}, { get: () => ({ type: 'json' }) });
const model = {
  post: ANY,
  section: ANY,
  item: ANY,
  citation: ANY,
  reference: ANY,
} as unknown as BulkModel;

function newContext(known: readonly StoredReference[] = [], more: Partial<PlanContext> = {}) {
  let made = 0;
  return {
    model,
    references: createReferenceIndex(known),
    newDocumentId: () => `new ${(made += 1)}`,
    hasItem: () => false,
    ...more,
  };
}
const target = (more: Partial<PostTarget> = {}): PostTarget => ({
  locale: 'ko',
  draft: false,
  coverId: null,
  twin: null,
  ...more,
});
const SOURCE = '[Source](https://example.org/source)';
const OTHER = '[Other](https://example.org/other)';

const contentOf = (sources: readonly string[], title = 'News') =>
  readPost(
    [
      '---',
      `title: ${title}`,
      '---',
      '## Issues',
      ...sources.map((_, at) => `### Item ${at} [^ref-iss-${at + 1}]\n- Text.\n`),
      '## References',
      ...sources.map((source, at) => `[^ref-iss-${at + 1}]: ${source}\n`),
    ].join('\n'),
    '_posts/2025-03-02-news.md',
    'UTC',
  ).content;

const stored: StoredReference = {
  id: 7,
  documentId: 'known',
  locale: 'en',
  title: 'Source',
  url: 'https://example.org/source',
};

describe('the plan of a new post', () => {
  it('has every version and component twice, a draft once', () => {
    const content = contentOf([SOURCE, OTHER, SOURCE]);
    for (const [draft, versions] of [
      [false, 2],
      [true, 1],
    ] as const) {
      const post = planPost(content, target({ draft }), newContext());
      const contents = contentsOf(post ? [post, post] : []);
      expect(contents.posts).toHaveLength(2 * versions);
      expect(contents.sections).toHaveLength(2 * versions);
      expect(contents.items).toHaveLength(2 * 3 * versions);
      expect(contents.citations).toHaveLength(2 * 3 * versions);
      expect(post?.references).toHaveLength(2);
    }
  });

  it('cites a known reference, and adds a locale to one that has others', () => {
    const context = newContext([stored]);
    const english = planPost(contentOf([SOURCE]), target({ locale: 'en' }), context);
    expect(english).toMatchObject({ references: [], joined: [] });
    expect(english?.sections[0]?.items[0]?.citations[0]?.reference).toEqual(stored);
    const korean = planPost(contentOf([SOURCE]), target(), context);
    expect(korean?.references).toMatchObject([{ id: null, documentId: 'known', locale: 'ko' }]);
    expect(korean?.joined).toEqual([
      { uid: 'api::reference.reference', documentId: 'known', locale: 'ko' },
    ]);
    // The next post knows it.
    expect(planPost(contentOf([SOURCE]), target(), context)?.references).toEqual([]);
  });

  it('joins the document of its twin and those of the items that both show', () => {
    const context = newContext();
    const korean = planPost(contentOf([SOURCE, OTHER]), target(), context);
    if (!korean) throw new Error('no plan');
    const twin = rowOfPlanned(korean);
    const english = planPost(contentOf([SOURCE, OTHER]), target({ locale: 'en', twin }), context);
    expect(english?.documentId).toBe(korean.documentId);
    const documents = (post: typeof english) =>
      post?.sections.flatMap(({ items }) => items.map(({ documentId }) => documentId));
    expect(documents(english)).toEqual(documents(korean));
    expect(english?.joined.map(({ uid }) => uid)).toEqual([
      'api::reference.reference',
      'api::reference.reference',
      'api::trend-item.trend-item',
      'api::trend-item.trend-item',
      'api::post.post',
    ]);
  });

  it('is none where the Document Service has more to do than to make rows', () => {
    const content = contentOf([SOURCE]);
    const undated = { ...content, date: null };
    expect(planPost(undated, target(), newContext())).toBeNull();
    expect(planPost(undated, target({ draft: true }), newContext())).not.toBeNull();
    expect(planPost({ ...content, slug: '' }, target(), newContext())).toBeNull();
    // An item's version is to be updated, not made.
    expect(planPost(content, target(), newContext([], { hasItem: () => true }))).toBeNull();
    // A value breaks a rule.
    const strict = { ...model, post: { ...model.post, title: { type: 'string', maxLength: 3 } } };
    const refusing = new Proxy(strict.post, {
      get: (rules, name) => Reflect.get(rules, name) ?? { type: 'json' },
    });
    const context = newContext([], { model: { ...strict, post: refusing } });
    expect(planPost(content, target(), context)).toBeNull();
  });
});
