import { openStage, type Outcome, type RunHandlers, type Stage, type StagedUnit } from '..';
import type { TestBlog } from './blog';
import { KEY } from './driver';

/** Handlers that remember what they were told. */
export class Listener implements RunHandlers<string> {
  readonly outcomes: Outcome<string>[] = [];
  readonly paths: string[] = [];
  finished = 0;
  /** Fails in the place of the database or of Git. */
  failing: 'settle' | 'finish' | null = null;

  settle = async (outcomes: readonly Outcome<string>[]): Promise<void> => {
    if (this.failing === 'settle') throw new Error('the database is gone');
    this.outcomes.push(...outcomes);
  };

  finish = async ({ paths }: { readonly paths: readonly string[] }): Promise<void> => {
    if (this.failing === 'finish') throw new Error('Git is gone');
    this.paths.push(...paths);
    this.finished += 1;
  };

  /** What became of each unit, as `note: status`, the code of a problem behind it. */
  get said(): string[] {
    return this.outcomes.map(({ note, status, problem }) =>
      [`${note}: ${status}`, ...(problem ? [problem.code] : [])].join(' '),
    );
  }
}

const opened: Stage<string>[] = [];

/** For `afterEach`: closes the stages that a test left as a killed process would. */
export async function discardStages(): Promise<void> {
  for (const stage of opened.splice(0)) await stage.discard();
}

/** A stage that holds the given units. */
export async function staged(
  blog: TestBlog,
  units: readonly StagedUnit<string>[],
): Promise<Stage<string>> {
  const stage = await openStage<string>(await blog.open(), { key: KEY });
  opened.push(stage);
  for (const unit of units) await stage.add(unit);
  return stage;
}

/** A sealed stage that holds the given units. */
export async function sealed(
  blog: TestBlog,
  units: readonly StagedUnit<string>[],
): Promise<Stage<string>> {
  const stage = await staged(blog, units);
  await stage.seal({ units: units.length });
  return stage;
}
