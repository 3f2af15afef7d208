import { followsTitle, titleBeside, valueAt } from './auto-fill';

describe('titleBeside', () => {
  it('finds the title of the same entry or component', () => {
    expect(titleBeside('slug')).toBe('title');
    expect(titleBeside('parts.0.slug')).toBe('parts.0.title');
  });
});

describe('valueAt', () => {
  it('reads nested values and nothing inherited', () => {
    expect(valueAt({ parts: [{ title: 'A' }] }, 'parts.0.title')).toBe('A');
    expect(valueAt({}, 'constructor.name')).toBeUndefined();
    expect(valueAt(null, 'title')).toBeUndefined();
  });
});

describe('followsTitle', () => {
  it('fills the slug of a new entry until somebody types another', () => {
    expect(followsTitle({ creating: true, slug: '', lastFilled: null })).toBe(true);
    expect(followsTitle({ creating: true, slug: 'ai-nyuseu', lastFilled: 'ai-nyuseu' })).toBe(true);
    expect(followsTitle({ creating: true, slug: 'my-own', lastFilled: 'ai-nyuseu' })).toBe(false);
    expect(followsTitle({ creating: true, slug: '', lastFilled: 'ai-nyuseu' })).toBe(false);
  });

  it('leaves a copied slug and the slug of an existing entry alone', () => {
    expect(followsTitle({ creating: true, slug: 'copied', lastFilled: null })).toBe(false);
    expect(followsTitle({ creating: false, slug: '', lastFilled: null })).toBe(false);
  });
});
