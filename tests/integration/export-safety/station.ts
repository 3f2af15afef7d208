import { type ChildProcess } from 'node:child_process';
import { cp, copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { type Ended, runProgram } from '../cli/command';
import { Cms } from '../import/cms';
import { removeCheckouts } from '../import/checkout';
import { type Outcome, outcomeOf } from './outcome';
import { prepare } from './scenario';

/** A copy of a blog and of the database that goes with it, for one run. */
export interface Copy {
  readonly blog: string;
  readonly database: string;
}

/**
 * One prepared state, of which every test gets copies. Runs are processes of the real command line;
 * what they leave is looked at, and completed, by a Strapi that stays booted and changes its database:
 * booting takes a hundred times as long as an export.
 */
export class Station {
  private readonly made: string[] = [];

  private constructor(
    private readonly app: BootedStrapi,
    readonly cms: Cms,
    private readonly prepared: Copy,
  ) {}

  static async open(): Promise<Station> {
    const app = await bootStrapi();
    const cms = new Cms(app.strapi);
    const { dir } = await prepare(cms);
    const database = `${app.databaseFile}.prepared`;
    await copyFile(app.databaseFile, database);
    return new Station(app, cms, { blog: dir, database });
  }

  get blogBefore(): string {
    return this.prepared.blog;
  }

  /** @param parent folder for the copy of the blog, such as a small disk */
  async copy(parent?: string): Promise<Copy> {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-safety-'));
    this.made.push(dir);
    const blog = path.join(parent ?? dir, 'blog');
    const database = path.join(dir, 'cms.db');
    await cp(this.prepared.blog, blog, { recursive: true, preserveTimestamps: true });
    await copyFile(this.prepared.database, database);
    return { blog, database };
  }

  /** Exports in a process of its own. */
  export(
    { blog, database }: Copy,
    env: Readonly<Record<string, string>> = {},
    onStart?: (child: ChildProcess) => void,
  ): Promise<Ended> {
    const args = ['export', '--blog', blog, '--commit', '--json'];
    return runProgram(args, database, { env, ...(onStart ? { onStart } : {}) });
  }

  /** Exports in this process, on the database as the run before left it. */
  async exportHere(copy: Copy, { commit = true } = {}): Promise<void> {
    await this.attach(copy);
    await this.cms.blog.export({ blogDir: copy.blog, commit });
  }

  /** Exports in this process. @returns `done`, or what went wrong */
  async tryHere(copy: Copy): Promise<string> {
    return this.exportHere(copy).then(
      () => 'done',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  }

  /** What the blog and the database of a copy say. */
  async outcomeOf(copy: Copy): Promise<Outcome> {
    await this.attach(copy);
    return outcomeOf(this.cms, copy.blog);
  }

  /** Lets the booted Strapi work on another database file, with what a dead writer left beside it. */
  private async attach({ database }: Copy): Promise<void> {
    const knex = this.cms.strapi.db.connection;
    const { connectionSettings } = knex.client as { connectionSettings: { filename: string } };
    if (connectionSettings.filename === database) return;
    await knex.destroy();
    connectionSettings.filename = database;
    knex.initialize();
    await knex.raw('PRAGMA foreign_keys = ON');
  }

  /** Takes a copy away before the end. */
  async drop({ database, blog }: Copy): Promise<void> {
    await rm(path.dirname(database), { recursive: true, force: true });
    await rm(blog, { recursive: true, force: true });
  }

  async close(): Promise<void> {
    await this.attach({ blog: '', database: this.app.databaseFile });
    await this.cms.clear();
    await this.app.close();
    for (const dir of this.made.splice(0)) await rm(dir, { recursive: true, force: true });
    await removeCheckouts();
  }
}
