import { withoutSecrets } from './without-secrets';

describe('withoutSecrets', () => {
  it.each([
    ['https://example.org/blog.git', 'https://example.org/blog.git'],
    ['https://me:token@example.org/blog.git?x=token#token', 'https://example.org/blog.git'],
    ['https://token@example.org/blog.git', 'https://example.org/blog.git'],
    ['ssh://git@example.org/blog.git', 'ssh://git@example.org/blog.git'],
    ['ssh://git:token@example.org/blog.git', 'ssh://git@example.org/blog.git'],
    ['git@example.org:me/blog.git', 'git@example.org:me/blog.git'],
    ['origin', 'origin'],
  ])('%s', (address, shown) => {
    expect(withoutSecrets(address)).toBe(shown);
  });
});
