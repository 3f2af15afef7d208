import { isDue, nextState } from './verdict';

const day = (n: number): Date => new Date(Date.UTC(2025, 0, n));
const gone = { status: 404, error: null };
const away = { status: null, error: 'timeout' };
const fine = { status: 200, error: null };

it('a page that is gone is broken at once, and since then', () => {
  const first = nextState(null, gone, day(1));
  expect(first.brokenSince).toBe(day(1).toISOString());
  expect(nextState(first, gone, day(2)).brokenSince).toBe(day(1).toISOString());
  expect(nextState(first, fine, day(3))).toMatchObject({ failures: 0, brokenSince: null });
});

it('trouble that may pass has to last', () => {
  const first = nextState(null, away, day(1));
  expect(first.brokenSince).toBeNull();
  expect(nextState(first, away, day(2)).brokenSince).toBe(day(2).toISOString());
});

it.each([401, 403, 429, 999])('status %s says nothing', (status) => {
  expect(
    nextState(null, { status: status === 999 ? 418 : status, error: null }, day(1)),
  ).toMatchObject({
    failures: 0,
  });
});

it('a link is looked at again after a while', () => {
  expect(isDue(null, day(1))).toBe(true);
  expect(isDue(nextState(null, fine, day(1)), day(2))).toBe(false);
  expect(isDue(nextState(null, fine, day(1)), day(9))).toBe(true);
  expect(isDue(nextState(null, gone, day(1)), day(2))).toBe(true);
});
