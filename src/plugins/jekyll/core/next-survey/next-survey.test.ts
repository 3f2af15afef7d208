import fc from 'fast-check';
import { nextSurvey, nextTitle } from './next-survey';

const today = { year: 2026, month: 1, day: 9 };
const none = (): boolean => false;

it.each([
  [
    '2025년 AI와 소프트웨어, 한 해 돌아보기 #1 | AI Trends',
    '2026년 AI와 소프트웨어, 한 해 돌아보기 #2 | AI Trends',
  ],
  [
    'AI and Software in 2025: A Look Back #1 | AI Trends',
    'AI and Software in 2025: A Look Back #2 | AI Trends',
  ],
  ['2025년 12월 AI 소식 #9', '2026년 1월 AI 소식 #10'],
  ['[2025.09] 소식 #09', '[2026.01] 소식 #10'],
  ['2025-09 News #99', '2026-01 News #100'],
  ['🤖 2025 AI Trends #2', '🤖 2026 AI Trends #3'],
  ['C# 소식 #3', 'C# 소식 #4'],
  ['#1 of many, #2 of us', '#1 of many, #3 of us'],
  ['AI Trends Vol. 7', 'AI Trends Vol. 8'],
  ['AI 소식 제12호', 'AI 소식 제13호'],
  ['AI 소식 3회', 'AI 소식 4회'],
  ['20250101 notes', '20250101 notes'],
  ['AI 소식', 'AI 소식'],
  ['', ''],
])('%s is followed by %s', (last, next) => {
  expect(nextTitle(last, today)).toBe(next);
});

it('counts on, whatever stands around the number', () => {
  const text = fc.stringMatching(/^[a-z가-힣 |:]{0,12}$/);
  fc.assert(
    fc.property(text, fc.nat(9998), text, (before, number, after) => {
      expect(nextTitle(`x${before}#${number}${after}`, today)).toBe(
        `x${before}#${number + 1}${after}`,
      );
    }),
  );
});

const last = {
  title: '2025년 돌아보기 #1 | AI Trends',
  slug: 'ai-software-trend-2025-1',
  mediaBase: '/assets/img/for_post/',
  day: { year: 2025, month: 12, day: 28 },
};

it('names the next after the last', () => {
  expect(nextSurvey(last, today, none)).toEqual({
    title: '2026년 돌아보기 #2 | AI Trends',
    slug: 'ai-software-trend-2026-2',
    mediaBase: '/assets/img/for_post/',
  });
});

it.each([
  ['trend-01', 'trend-02'],
  ['trend-1-of-2025', 'trend-2-of-2026'],
  ['trend-2025', '2026nyeon-dolabogi-2-or-ai-trends'],
  ['', '2026nyeon-dolabogi-2-or-ai-trends'],
])('a slug %s is followed by %s', (slug, next) => {
  expect(nextSurvey({ ...last, slug }, today, none).slug).toBe(next);
});

it.each([
  ['/assets/img/ai-software-trend-2025-1/', '/assets/img/ai-software-trend-2026-2/'],
  [
    '/assets/img/2025-12-28-ai-software-trend-2025-1',
    '/assets/img/2026-01-09-ai-software-trend-2026-2',
  ],
  ['/assets/img/20251228/', '/assets/img/20260109/'],
  ['/assets/2025/12/28/', '/assets/2026/01/09/'],
  ['/assets/2025/12/', '/assets/2026/01/'],
  ['/assets/2025/', '/assets/2026/'],
  ['/assets/120251/', '/assets/120251/'],
])('a folder %s is followed by %s', (mediaBase, next) => {
  expect(nextSurvey({ ...last, mediaBase }, today, none).mediaBase).toBe(next);
});

it('takes no slug that a post has', () => {
  const taken = new Set(['ai-software-trend-2026-2', 'ai-software-trend-2026-2-2']);
  expect(nextSurvey(last, today, (slug) => taken.has(slug)).slug).toBe(
    'ai-software-trend-2026-2-3',
  );
});

it('leaves a folder alone where the last has no day', () => {
  const names = { ...last, day: null, mediaBase: '/assets/2025/' };
  expect(nextSurvey(names, today, none).mediaBase).toBe('/assets/2025/');
});
