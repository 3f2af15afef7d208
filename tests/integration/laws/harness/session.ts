import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core, UID } from '@strapi/strapi';
import type { ExportedFile, ExportReport } from '../../../../src/plugins/jekyll/contracts/report';
import type { BlogService, ExportRequest } from '../../../../src/plugins/jekyll/contracts/service';
import { type PostContent, readPost } from '../../../../src/plugins/jekyll/core/post';
import type { FileRecord } from '../../../../src/plugins/jekyll/blog/record';
import { scanPosts } from '../../../../src/plugins/jekyll/blog/scan';
import { POST_POPULATE, type PostRow } from '../../../../src/plugins/jekyll/entries/rows';
import { POST_UID, UPLOAD_FILE_UID } from '../../../../src/plugins/jekyll/server/src/content-model';
import { FILE_UID } from '../../../../src/plugins/jekyll/server/src/plugin-id';
import { type BootedStrapi, bootStrapi } from '../../../helpers/strapi';
import { sampleOf } from './seeded';

/** One post file of a corpus and the entry that its import made. */
export interface LawPost {
  /** Relative to the blog. */
  readonly file: string;
  readonly locale: string;
  readonly documentId: string;
  /** The file as it was imported. */
  readonly text: string;
  /** What the file says. */
  readonly content: PostContent;
  readonly record: RecordRow;
}

/** A record as the database holds it. */
export type RecordRow = Omit<FileRecord, 'locale'> & { readonly entryLocale: string };

interface Documents {
  update(params: {
    documentId: string;
    locale: string;
    status?: 'draft' | 'published';
    data: Record<string, unknown>;
  }): Promise<{ documentId: string } | null>;
  create(params: {
    locale: string;
    status?: 'draft' | 'published';
    data: Record<string, unknown>;
  }): Promise<{ documentId: string }>;
  delete(params: { documentId: string; locale?: string }): Promise<unknown>;
}

/** A booted Strapi and a working copy of a blog: what every law needs. */
export class LawSession {
  posts: LawPost[] = [];

  private constructor(
    private readonly booted: BootedStrapi,
    private readonly folder: string,
    readonly blog: string,
  ) {}

  /**
   * @param sources folders whose content makes the blog, later ones over earlier ones
   * @param most posts that stay, the same ones each time
   */
  static async open(sources: readonly BlogSource[], most = Infinity): Promise<LawSession> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'jekyll-laws-'));
    const blog = path.join(folder, 'blog');
    await mkdir(blog, { recursive: true });
    for (const { from, to } of sources) {
      await cp(from, path.join(blog, to), { recursive: true, preserveTimestamps: true });
    }
    const posts = await scanPosts(blog);
    const kept = new Set(sampleOf(posts, most, 'posts'));
    for (const post of posts) if (!kept.has(post)) await rm(path.join(blog, post));
    const booted = await bootStrapi();
    return new LawSession(booted, folder, blog);
  }

  get strapi(): Core.Strapi {
    return this.booted.strapi;
  }

  get service(): BlogService {
    return this.strapi.plugin('jekyll').service('blog') as BlogService;
  }

  documents(uid: string): Documents {
    return this.strapi.documents(uid as UID.ContentType) as unknown as Documents;
  }

  export(options: Partial<ExportRequest> = {}): Promise<ExportReport> {
    return this.service.export({ blogDir: this.blog, ...options });
  }

  /** A new empty folder, gone when the session closes. */
  async emptyFolder(): Promise<string> {
    return mkdtemp(path.join(this.folder, 'empty-'));
  }

  /** Reads the records and the files behind them: the posts that the laws are about. */
  async loadPosts(): Promise<void> {
    const records = (await this.strapi.db
      .query(FILE_UID)
      .findMany({ where: { live: true }, orderBy: 'path' })) as RecordRow[];
    this.posts = await Promise.all(
      records.map(async (record): Promise<LawPost> => {
        const text = await readFile(path.join(this.blog, record.path), 'utf8');
        return {
          file: record.path,
          locale: record.entryLocale,
          documentId: record.post,
          text,
          content: readPost(text, record.path, record.zone).content,
          record,
        };
      }),
    );
  }

  /** The draft of a post with all that it shows. */
  async draftOf(post: LawPost): Promise<PostRow> {
    const { documentId, locale } = post;
    const row = (await this.strapi.db.query(POST_UID).findOne({
      where: { documentId, locale, publishedAt: { $null: true } },
      populate: POST_POPULATE,
    })) as PostRow | null;
    if (!row) throw new Error(`${post.file} has no draft.`);
    return row;
  }

  /** Exports one post into the working copy. `slug`: its slug now; null exports everything. */
  async exportPost(post: LawPost, slug: string | null): Promise<ExportedFile> {
    const posts = slug === null ? undefined : [slug];
    const report = await this.export({ posts, locales: [post.locale] });
    const named = await this.recordOf(post);
    const found =
      report.files.find((file) => file.slug !== null && file.from === post.file) ??
      report.files.find((file) => file.slug !== null && file.path === named.path) ??
      report.files.find((file) => file.slug !== null && file.slug === slug);
    if (!found) throw new Error(`The report of ${post.file} does not name it.`);
    return found;
  }

  private async recordOf(post: LawPost): Promise<RecordRow> {
    return (await this.strapi.db
      .query(FILE_UID)
      .findOne({ where: { id: post.record.id } })) as RecordRow;
  }

  /** Text of a post's file where it stands now. */
  async textAt(file: string): Promise<string | null> {
    return readFile(path.join(this.blog, file), 'utf8').catch(() => null);
  }

  /** Puts a post's file and its record back as the import left them. */
  async reset(post: LawPost): Promise<void> {
    const now = await this.recordOf(post);
    if (now.path !== post.file) await rm(path.join(this.blog, now.path), { force: true });
    const { id, ...data } = post.record;
    await this.strapi.db.query(FILE_UID).update({ where: { id }, data });
    await writeFile(path.join(this.blog, post.file), post.text);
  }

  /** Forgets the text of every file: only its place is known then. */
  async eraseBaselines(): Promise<void> {
    await this.strapi.db.query(FILE_UID).updateMany({ where: {}, data: { text: null } });
  }

  /** Puts every record back as the import left it. */
  async restoreRecords(): Promise<void> {
    for (const { record } of this.posts) {
      const { id, ...data } = record;
      await this.strapi.db.query(FILE_UID).update({ where: { id }, data });
    }
  }

  async close(): Promise<void> {
    const files = (await this.strapi.db.query(UPLOAD_FILE_UID).findMany({})) as object[];
    for (const file of files) await this.strapi.plugin('upload').service('upload').remove(file);
    await this.booted.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export interface BlogSource {
  /** Absolute. */
  readonly from: string;
  /** Place in the blog; empty for its root. */
  readonly to: string;
}
