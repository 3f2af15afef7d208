import { fieldsOfLines } from './fields';

const SURVEY = [
  '> 키워드',
  '',
  '머리글',
  '',
  '## 연구',
  '이끄는 글',
  '',
  '### 첫 소식 [^ref-a-1]',
  '- 글',
  '',
  '### 둘째 소식 [^ref-a-2]',
  '- 글',
  '',
  '## References',
  '',
  '[^ref-a-1]: [하나](https://a.example)',
  '',
  '[^ref-a-2]: [둘](https://b.example)',
];

it('says the field of each line of a survey; a definition is its item’s', () => {
  const fieldAt = fieldsOfLines(SURVEY.join('\n'));
  const named = SURVEY.flatMap((text, line) => (text === '' ? [] : [fieldAt(line)]));
  expect(named).toEqual([
    'body',
    'body',
    'sections.0.heading',
    'sections.0.lead',
    'sections.0.items.0',
    'sections.0.items.0',
    'sections.0.items.1',
    'sections.0.items.1',
    'closing',
    'sections.0.items.0',
    'sections.0.items.1',
  ]);
});

it('of a plain post all is its body', () => {
  expect(fieldsOfLines('## 제목\n\n글')(2)).toBe('body');
});
