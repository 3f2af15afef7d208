import type {
  RunDetail,
  RunState,
  RunTrigger,
  WaitingEntry,
} from '../../../src/plugins/jekyll/contracts/runs';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import type { Checkout } from '../import/checkout';
import { Cms } from '../import/cms';

/** Seconds of quiet after which these tests let an automatic export start. */
const DELAY = 0.3;
const RUN = 'plugin::jekyll.run';
const QUEUE = 'plugin::jekyll.queue-entry';

export interface Settings {
  readonly autoExport?: 'off' | 'on-publish';
  readonly futurePosts?: 'write' | 'hold';
  /** null: no folder is configured. */
  readonly blog?: Pick<Checkout, 'dir'> | null;
  /** Database of a station that was stopped. */
  readonly database?: string;
}

/** A booted Strapi that exports to a blog by itself. */
export class Station {
  private constructor(
    readonly app: BootedStrapi,
    readonly cms: Cms,
  ) {}

  static async boot(settings: Settings): Promise<Station> {
    process.env['JEKYLL_AUTO_EXPORT'] = settings.autoExport ?? 'on-publish';
    process.env['JEKYLL_FUTURE_POSTS'] = settings.futurePosts ?? 'write';
    process.env['JEKYLL_BLOG_DIR'] = settings.blog?.dir ?? '';
    const app = await bootStrapi(settings.database);
    const station = new Station(app, new Cms(app.strapi));
    station.set('autoExportDelay', DELAY);
    return station;
  }

  set(key: string, value: unknown): void {
    this.app.strapi.config.set(`plugin::jekyll.${key}`, value);
  }

  query(uid: typeof RUN | typeof QUEUE) {
    return this.app.strapi.db.query(uid as 'api::post.post');
  }

  /** Records of runs, oldest first. */
  async runs(): Promise<RunDetail[]> {
    return (await this.query(RUN).findMany({ orderBy: 'id' })) as unknown as RunDetail[];
  }

  async queue(): Promise<(WaitingEntry & { id: number; entryLocale: string })[]> {
    return (await this.query(QUEUE).findMany({ orderBy: 'id' })) as never;
  }

  /** Waits until nothing waits and nobody works. */
  async settled(): Promise<void> {
    await until('an empty queue', async () => {
      const worker: { working: boolean } = this.app.strapi.plugin('jekyll').service('autoExport');
      return !worker.working && (await this.queue()).length === 0;
    });
  }

  /** Forgets runs and what waits. */
  async forget(): Promise<void> {
    await this.settled();
    for (const uid of [RUN, QUEUE] as const) await this.query(uid).deleteMany({ where: {} });
  }

  /** Waits for a run that ended so. */
  async run(state: RunState, trigger?: RunTrigger): Promise<RunDetail> {
    let found: RunDetail | undefined;
    await until(`a run that is ${state}`, async () => {
      found = (await this.runs()).find(
        (run) => run.state === state && (!trigger || run.trigger === trigger),
      );
      return found !== undefined;
    });
    return found!;
  }
}

/** Polls, for 20 seconds at most. */
export async function until(what: string, check: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What a run did, as `path: action`, sorted. */
export const filesOf = (run: RunDetail | undefined): string[] =>
  (run?.files ?? []).map(({ path, action }) => `${path}: ${action}`).sort();
