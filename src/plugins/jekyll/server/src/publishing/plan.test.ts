import fc from 'fast-check';
import { findLosses, planPublication, type PublishChanges } from './plan';
import type { ItemVersion, PostVersion } from './tree';

const item = (documentId: string, more: Partial<ItemVersion> = {}): ItemVersion => ({
  id: 1,
  documentId,
  locale: 'ko',
  title: documentId.toUpperCase(),
  updatedAt: 10,
  citations: [],
  ...more,
});
const cites = (...references: (string | null)[]) => ({
  citations: references.map((documentId) => ({
    reference: documentId === null ? null : { documentId, locale: 'ko' },
  })),
});
const post = (...sections: ItemVersion[][]): PostVersion => ({
  documentId: 'post',
  locale: 'ko',
  sections: sections.map((items, index) => ({ id: index, heading: `H${index + 1}`, items })),
});
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('planPublication', () => {
  it('sorts items into new, changed and standing', () => {
    const draft = post([item('new'), item('changed', { updatedAt: 11 }), item('same')]);
    const plan = planPublication(draft, [item('changed'), item('same')], false);
    expect(plan).toMatchObject({
      publishedAlong: [{ documentId: 'new', title: 'NEW' }],
      keptOlder: [{ documentId: 'changed' }],
      changesTaken: [],
      missing: [],
      duplicates: [],
    });
  });

  it.each<[PublishChanges, string[], string[]]>([
    [true, ['a', 'b'], []],
    [['b'], ['b'], ['a']],
    [[], [], ['a', 'b']],
  ])('takes the changes chosen by %j', (choice, taken, kept) => {
    const draft = post([item('a', { updatedAt: 11 }), item('b', { updatedAt: 11 })]);
    const plan = planPublication(draft, [item('a'), item('b')], choice);
    expect(plan.changesTaken.map(({ documentId }) => documentId)).toEqual(taken);
    expect(plan.keptOlder.map(({ documentId }) => documentId)).toEqual(kept);
  });

  it('looks at the citations of the version that will be shown', () => {
    const draft = post([item('a', { updatedAt: 11, ...cites('x') })]);
    const standing = [item('a', cites('x', null))];
    const kept = planPublication(draft, standing, false).missing;
    expect(codes(kept)).toEqual(['CITATION_WITHOUT_REFERENCE']);
    expect(kept[0]?.message.en).toContain("Publish the item's changes too");
    expect(codes(planPublication(draft, standing, true).missing)).toEqual([]);
  });

  it('names foreign items, foreign references and repeated items with their section', () => {
    const foreign = { citations: [{ reference: { documentId: 'r', locale: 'en' } }] };
    const draft = post([item('a')], [item('b', { locale: 'en' }), item('c', foreign), item('a')]);
    const { missing, duplicates } = planPublication(draft, [], false);
    expect(missing).toMatchObject([
      { code: 'ITEM_NOT_IN_LOCALE', section: { number: 2, heading: 'H2' } },
      { code: 'REFERENCE_NOT_IN_LOCALE', item: { documentId: 'c' }, citation: 1 },
    ]);
    expect(duplicates).toMatchObject([{ code: 'ITEM_TWICE', section: { number: 2 } }]);
    for (const { message } of [...missing, ...duplicates]) {
      expect(message.en).toContain('section 2 (H2)');
      expect(message.ko).toContain('2번째 섹션(H2)');
    }
  });
});

describe('findLosses', () => {
  const section = fc.array(fc.nat(30), { maxLength: 6 });
  const draftOf = (ids: number[][]) => {
    const seen = new Set<number>();
    const unique = ids.map((list) => list.filter((id) => !seen.has(id) && seen.add(id)));
    return post(
      ...unique.map((list) => list.map((id) => item(`i${id}`, cites(`r${id}`, `r${id % 3}`)))),
    );
  };

  it('finds none in a published post like its draft', () => {
    fc.assert(
      fc.property(fc.array(section, { maxLength: 5 }), (ids) => {
        const draft = draftOf(ids);
        expect(findLosses(planPublication(draft, [], false), draft)).toEqual([]);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('finds every item and every citation that is taken away', () => {
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 5 }), fc.nat(), (ids, pick) => {
        const draft = draftOf(ids);
        const all = draft.sections.flatMap(({ items }) => items);
        fc.pre(all.length > 0);
        const victim = all[pick % all.length]!;
        const change = (to: (found: ItemVersion) => ItemVersion[]): PostVersion => ({
          ...draft,
          sections: draft.sections.map((one) => ({
            ...one,
            items: one.items.flatMap((found) => (found === victim ? to(found) : [found])),
          })),
        });
        const plan = planPublication(draft, [], false);
        expect(
          codes(
            findLosses(
              plan,
              change(() => []),
            ),
          ),
        ).toContain('ITEM_LOST');
        const [first] = victim.citations;
        const poorer = change((found) => [{ ...found, citations: first ? [first] : [] }]);
        expect(codes(findLosses(plan, poorer))).toEqual(['CITATION_LOST']);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('misses everything in a post that is not there', () => {
    const plan = planPublication(post([item('a')], [item('b')]), [], false);
    expect(codes(findLosses(plan, undefined))).toEqual(['ITEM_LOST', 'ITEM_LOST']);
  });
});
