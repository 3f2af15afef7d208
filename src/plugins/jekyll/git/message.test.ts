import { commitMessage, type NamedFile } from './message';

const file = (
  action: NamedFile['action'],
  title: string | null,
  path = `_posts/${title}.md`,
  from?: string,
): NamedFile => ({ path, action, title, locale: title === null ? null : 'ko', from });
const say = (
  files: readonly NamedFile[],
  language: 'ko' | 'en',
  messageTemplate: string | null = null,
) => commitMessage(files, { language, messageTemplate });
const subject = (...parameters: Parameters<typeof say>) => say(...parameters).split('\n')[0];

test('one post, by its title, in the owner’s language', () => {
  expect(say([file('add', 'AI 동향')], 'ko')).toBe(
    '"AI 동향" 발행\n\n- 발행: "AI 동향" (ko) _posts/AI 동향.md',
  );
  expect(subject([file('change', 'AI')], 'en')).toBe('Update "AI"');
});

test('several posts, images with them, and what was not written left out', () => {
  const files = [
    file('add', 'A'),
    file('add', null, 'assets/a.png'),
    file('rename', 'B', 'b2.md', 'b.md'),
    file('same', 'C'),
    file('conflict', 'D'),
  ];
  expect(say(files, 'en')).toBe(
    [
      'Publish "A", move "B"',
      '',
      '- Publish: "A" (ko) _posts/A.md',
      '- Publish: assets/a.png',
      '- Move: "B" (ko) b.md → b2.md',
    ].join('\n'),
  );
  expect(subject([file('delete', null, 'a.png')], 'ko')).toBe('이미지 1개 삭제');
});

test('many posts are counted in the subject and listed below', () => {
  const files = Array.from({ length: 50 }, (_, index) => file('change', `Post ${index}`));
  expect(subject(files, 'en')).toBe('Update 50 posts');
  expect(subject(files, 'ko')).toBe('포스트 50개 수정');
  expect(say(files, 'en').split('\n')).toHaveLength(52);
});

test('two languages of one title are named once', () => {
  const files = [file('add', 'AI', 'ai.md'), { ...file('add', 'AI', 'ai-en.md'), locale: 'en' }];
  expect(subject(files, 'en')).toBe('Publish "AI"');
});

test('a template is filled in once, and a title adds no lines', () => {
  const files = [file('add', '{count}\n\nSigned-off-by: X'), file('delete', 'B')];
  expect(say(files, 'en', 'blog: {posts} [{count}, {actions}] {else}')).toBe(
    'blog: "{count} Signed-off-by: X", "B" [2, Publish, Remove] {else}',
  );
  expect(say(files, 'ko', '{summary}\n\n{paths}')).toBe(say(files, 'ko'));
});
