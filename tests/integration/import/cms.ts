import type { Core } from '@strapi/strapi';
import type { BlogService } from '../../../src/plugins/jekyll/contracts/service';

// Booting Strapi outlasts Jest's five seconds on a busy machine.
jest.setTimeout(120_000);

export const POST = 'api::post.post';
export const ITEM = 'api::trend-item.trend-item';
export const REFERENCE = 'api::reference.reference';
export const FILE = 'plugin::jekyll.file';
export const ASSET = 'plugin::jekyll.asset';
export const UPLOAD = 'plugin::upload.file';

export type Row = { id: number; documentId: string; locale: string } & Record<string, unknown>;
type Params = Record<string, unknown>;

/** The Document Service without the generated types of one application. */
export interface Documents {
  create(params: Params): Promise<Row>;
  update(params: Params): Promise<Row | null>;
  publish(params: Params): Promise<unknown>;
  unpublish(params: Params): Promise<unknown>;
  delete(params: Params): Promise<unknown>;
}

interface CitationView {
  text: string | null;
  label: string | null;
  reference: { documentId: string; title: string; url: string | null; locale: string } | null;
}
interface ItemView {
  documentId: string;
  title: string;
  body: string;
  citations: CitationView[];
}
export interface PostView extends Row {
  title: string;
  slug: string;
  body: string | null;
  coverPath: string | null;
  cover: { id: number; url: string } | null;
  sections: { heading: string; prefix: string; items: ItemView[] }[];
}

const SHOWN = {
  cover: true,
  sections: {
    populate: { items: { populate: { citations: { populate: { reference: true } } } } },
  },
};

/** Short ways to look into one booted Strapi and to change it. */
export class Cms {
  constructor(readonly strapi: Core.Strapi) {}

  get blog(): BlogService {
    return this.strapi.plugin('jekyll').service('blog') as BlogService;
  }

  documents(uid: string): Documents {
    return this.strapi.documents(uid as typeof POST) as unknown as Documents;
  }

  async rows(uid: string, where: object = {}): Promise<Row[]> {
    return (await this.strapi.db
      .query(uid as typeof POST)
      .findMany({ where, orderBy: 'id' })) as unknown as Row[];
  }

  /** Versions of posts with what they show; published ones unless told otherwise. */
  async posts(where: object = {}, status: 'draft' | 'published' = 'published') {
    return (await this.strapi.db.query(POST).findMany({
      where: { $and: [where, { publishedAt: { $null: status === 'draft' } }] },
      orderBy: 'id',
      populate: SHOWN as never,
    })) as unknown as PostView[];
  }

  /** The one version that fits; fails the test where it isn't one. */
  async post(where: object, status: 'draft' | 'published' = 'published'): Promise<PostView> {
    const [found, ...others] = await this.posts(where, status);
    if (!found || others.length > 0) {
      throw new Error(`expected one ${status} post of ${JSON.stringify(where)}`);
    }
    return found;
  }

  /** Rows of every table that import and export may touch. */
  async counts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const uid of [POST, ITEM, REFERENCE, FILE, ASSET, UPLOAD]) {
      counts[uid] = await this.strapi.db.query(uid as typeof POST).count();
    }
    for (const table of ['components_post_sections', 'components_trend_item_citations']) {
      const [row] = await this.strapi.db.connection(table).count({ n: '*' });
      counts[table] = Number(row?.n);
    }
    return counts;
  }

  /** Takes away all content, the library's files with it, without leaving evidence of withdrawals. */
  async clear(): Promise<void> {
    for (const file of await this.rows(UPLOAD)) {
      await this.strapi.plugin('upload').service('upload').remove(file);
    }
    for (const uid of [POST, ITEM, REFERENCE, FILE, ASSET]) {
      await this.strapi.db.query(uid as typeof POST).deleteMany({ where: {} });
    }
    for (const table of ['components_post_sections', 'components_trend_item_citations']) {
      await this.strapi.db.connection(table).delete();
    }
  }
}

/** What became of each file, as `file: action`, problems behind it. */
export const actions = (
  entries: readonly {
    readonly file?: string;
    readonly path?: string;
    readonly action: string;
    readonly problems: readonly { readonly code: string }[];
  }[],
): string[] =>
  entries.map(({ file, path, action, problems }) =>
    [`${file ?? path}: ${action}`, ...problems.map(({ code }) => code)].join(' '),
  );
