import type { AskedImport } from '../../../contracts/imports';
import { type Jobs, createJobs, type JobContext } from './jobs';

const KIM = { id: 1, name: 'Kim', email: 'kim@example.com' };
const LEE = { id: 2, name: 'Lee', email: 'lee@example.com' };
const REPORT = { posts: [], totals: {} } as unknown as AskedImport;
const ALL = ['export-plan', 'export', 'import-plan', 'import'] as const;

/** A work that lasts until it is told to end, and stops when its signal says so. */
function slow() {
  const context = {} as { current: JobContext };
  let end = (): void => undefined;
  const work = (given: JobContext): Promise<AskedImport> => {
    context.current = given;
    return new Promise((resolve, reject) => {
      end = () => resolve(REPORT);
      given.signal.addEventListener('abort', () => reject(given.signal.reason as Error));
    });
  };
  return { work, context, end: () => end() };
}
/** The work of a job begins after its answer. */
const begun = () => new Promise(setImmediate);

describe('jobs', () => {
  let jobs: Jobs;
  let now: Date;
  beforeEach(() => {
    now = new Date('2026-01-01T00:00:00Z');
    jobs = createJobs(undefined, () => now);
  });

  it('go on after they were started, tell how far they are, and keep their result', async () => {
    const { work, context, end } = slow();
    const { id } = jobs.start('import', KIM, work);
    await begun();
    context.current.onWait({ en: 'Waiting', ko: '기다림' });
    expect(jobs.find(id, ALL, KIM)).toMatchObject({
      state: 'running',
      waitingFor: { en: 'Waiting' },
    });
    context.current.onProgress({ done: 1, total: 3, label: 'a-post' });
    expect(jobs.find(id, ALL, KIM)).toMatchObject({
      waitingFor: null,
      progress: { done: 1, total: 3, label: 'a-post' },
    });
    expect(jobs.result(id, ALL, KIM)).toBeNull();
    end();
    await jobs.ended(id);
    expect(jobs.find(id, ALL, KIM)).toMatchObject({ state: 'done', endedAt: now.toISOString() });
    expect(jobs.result(id, ALL, KIM)).toBe(REPORT);
  });

  it('show others that somebody works, and neither on what nor with what result', async () => {
    const { work, context, end } = slow();
    const { id } = jobs.start('import', KIM, work);
    await begun();
    context.current.onProgress({ done: 1, total: 3, label: 'a-post' });
    expect(jobs.find(id, ALL, LEE)).toMatchObject({
      mine: false,
      actor: { name: 'Kim' },
      progress: { label: '' },
    });
    end();
    await jobs.ended(id);
    expect(jobs.result(id, ALL, LEE)).toBeNull();
    expect(jobs.find(id, ['export'], KIM)).toBeNull();
  });

  it('that write refuse a second of their kind and name who runs', () => {
    jobs.start('import', KIM, slow().work);
    expect(() => jobs.start('import', LEE, slow().work)).toThrow(
      expect.objectContaining({
        status: 409,
        message: expect.stringContaining('Kim'),
        details: expect.objectContaining({ code: 'JOB_BUSY' }),
      }),
    );
  });

  it('that plan are everybody’s own: a new one takes the place of one’s own', async () => {
    const first = jobs.start('import-plan', KIM, slow().work);
    await begun();
    const other = jobs.start('import-plan', LEE, slow().work);
    await begun();
    jobs.start('import-plan', KIM, slow().work);
    await jobs.ended(first.id);
    expect(jobs.find(first.id, ALL, KIM)?.state).toBe('cancelled');
    expect(jobs.find(other.id, ALL, LEE)?.state).toBe('running');
  });

  it('are no more than a few at once', () => {
    const people = [1, 2, 3, 4, 5, 6, 7].map((id) => ({ ...KIM, id }));
    const start = () => people.map((one) => jobs.start('import-plan', one, slow().work));
    expect(start).toThrow(expect.objectContaining({ status: 429 }));
  });

  it('stop when they are cancelled, and are then not failed', async () => {
    const { id } = jobs.start('import', KIM, slow().work);
    await begun();
    jobs.cancel(id);
    expect(jobs.find(id, ALL, KIM)?.stopping).toBe(true);
    await jobs.ended(id);
    expect(jobs.find(id, ALL, KIM)).toMatchObject({ state: 'cancelled', problem: null });
    expect(() => jobs.start('import', LEE, slow().work)).not.toThrow();
  });

  it('say in both languages what they failed of', async () => {
    const problem = { code: 'blog-busy', severity: 'error', message: { en: 'busy', ko: '바쁨' } };
    const own = jobs.start('import', KIM, () =>
      Promise.reject(Object.assign(new Error('busy'), { problem })),
    );
    await jobs.ended(own.id);
    expect(jobs.find(own.id, ALL, KIM)).toMatchObject({ state: 'failed', problem });
    const other = jobs.start('import', KIM, () =>
      Promise.reject(new Error('https://kim:secret@example.com is away')),
    );
    await jobs.ended(other.id);
    const told = jobs.find(other.id, ALL, KIM)?.problem;
    expect(told?.message.ko).toContain('작업이 중단되었습니다');
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  it('are forgotten after a while, and when there are many', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 15; count += 1) {
      const { id } = jobs.start('import', KIM, async () => REPORT);
      await jobs.ended(id);
      ids.push(id);
    }
    const kept = jobs.list(ALL, KIM).map(({ id }) => id);
    expect(kept).toEqual(ids.slice(-12).reverse());
    now = new Date('2026-01-01T02:00:00Z');
    expect(jobs.list(ALL, KIM)).toEqual([]);
  });

  it('end when the server does', async () => {
    const { id } = jobs.start('import', KIM, slow().work);
    await begun();
    await jobs.stop();
    expect(jobs.find(id, ALL, KIM)?.state).toBe('cancelled');
  });
});
