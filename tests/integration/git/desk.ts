import type { Actor, ExportReport } from '../../../src/plugins/jekyll/contracts/report';
import type { ExportRequest } from '../../../src/plugins/jekyll/contracts/service';
import {
  type Checkout,
  createSandbox,
  type Sandbox,
  SERVICE,
} from '../../../src/plugins/jekyll/git/testing/sandbox';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Cms } from '../import/cms';

export const HANA: Actor = { id: 1, name: '김하나', email: 'hana@example.com' };
export { SERVICE };

/** A booted CMS whose blog is a clone, a bare remote, and the clone of somebody else. */
export class Desk {
  /** Made anew for each test by {@link open}. */
  sandbox!: Sandbox;

  private constructor(
    readonly app: BootedStrapi,
    readonly cms: Cms,
  ) {}

  static async boot(): Promise<Desk> {
    const app = await bootStrapi();
    return new Desk(app, new Cms(app.strapi));
  }

  get blog(): Checkout {
    return this.sandbox.blog;
  }

  /** New repositories, and a blog that commits and pushes by itself unless `git` says otherwise. */
  open(git: object = {}): void {
    this.sandbox = createSandbox();
    this.configure({ push: 'auto', ...git });
  }

  configure(git: object): void {
    this.app.strapi.config.set('plugin::jekyll.git', {
      enabled: true,
      allowLocalRemotes: true,
      committer: SERVICE,
      timeout: 20,
      ...git,
    });
  }

  export(request: Partial<ExportRequest> = {}): Promise<ExportReport> {
    return this.cms.blog.export({ blogDir: this.blog.dir, actor: HANA, ...request });
  }

  /** Another person commits a file and pushes it; null removes the file. */
  theirs(file: string, content: string | null): string {
    const { other } = this.sandbox;
    other.git('pull', '-q', '--rebase', 'origin', 'main');
    if (content === null) {
      other.git('rm', '-q', '--', file);
      other.git('commit', '-qm', `Remove ${file}`);
    } else other.commit(file, content);
    other.git('push', '-q', 'origin', 'HEAD:main');
    return other.git('rev-parse', 'HEAD').trim();
  }

  /** Runs `git` in the bare remote. */
  remote(...args: string[]): string {
    return this.blog.git('--git-dir', this.sandbox.remote, ...args);
  }

  /** A file as the remote's `main` has it. */
  published(file: string, branch = 'main'): string {
    return this.remote('show', `${branch}:${file}`);
  }

  async close(): Promise<void> {
    await this.cms.clear();
    this.sandbox.remove();
  }
}

/** What the last commit did, as `letter path` or `R old new`, sorted. */
export const lastCommit = ({ git }: Checkout, commit = 'HEAD'): string[] =>
  git('-c', 'core.quotePath=false', 'show', '-M', '--name-status', '--format=', commit)
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/^([A-Z])\d*\t/, '$1 ').replace('\t', ' '))
    .sort();

export const count = ({ git }: Checkout): number => Number(git('rev-list', '--count', 'HEAD'));

/** `name <email>` of author and committer. */
export const people = ({ git }: Checkout, commit = 'HEAD'): string[] =>
  git('log', '-1', '--format=%an <%ae>%n%cn <%ce>', commit).trim().split('\n');

export const person = ({ name, email }: { name: string; email: string }): string =>
  `${name} <${email}>`;
