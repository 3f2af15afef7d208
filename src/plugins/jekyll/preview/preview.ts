import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { FieldLines, PreviewTarget, RenderedPreview } from '../contracts/preview';
import { parsePostFile } from '../core/post-file';
import type { FormValues } from '../entries/form-row';
import type { PostRow } from '../entries/rows';
import { jekyllConfig } from '../server/src/config';
import { serveFrom, type ServedFile } from './access/files';
import { createSigner, deriveKey, type Grant, type Signer } from './access/token';
import { createBlogReader } from './blog-context';
import { type PostPage, renderDocument } from './document';
import type { SiteLook } from './site-look/read-look';
import { FILES, SITE } from './site-look/site-files';
import { fieldLines } from './field-lines';
import { fragmentsOf, type Language } from './page/fragments';
import { contentPolicy, renderPage } from './page/page';
import { type Builds, createBuilds, type KeptBuild } from './true-preview/builds';
import { sitePage } from './true-preview/site-page';
import { mediaAddress, mediaPath, withOwnAddresses } from './media-address';
import {
  type Asker,
  createVersionOpener,
  type Refusal,
  type Version,
  type VersionOpener,
} from './open-version';
import { type PreviewFile, writeFile } from './source';

export interface PageAnswer {
  readonly html: string;
  readonly policy: string;
}

interface Rendered {
  readonly page: PostPage;
  readonly file: PreviewFile;
  readonly row: PostRow;
  /** How the built site shows its posts; null where there is none, or it is not wanted. */
  readonly look: SiteLook | null;
}

/** Everything about the instant preview of posts. */
export interface Preview {
  readonly signer: Signer;
  /** Milliseconds for which an address is good at least. */
  readonly life: number;
  readonly open: VersionOpener['open'];
  /** Address of a page; null where it may not be seen. */
  link(target: PreviewTarget, asker: Asker, options?: LinkOptions): Promise<string | Refusal>;
  page(target: PreviewTarget, asker: Asker, options: LinkOptions): Promise<PageAnswer | Refusal>;
  render(
    target: PreviewTarget,
    asker: Asker,
    language: Language,
    values?: FormValues,
  ): Promise<RenderedPreview | Refusal>;
  media(file: string, token: string): Promise<ServedFile | null>;
  readonly builds: Builds;
  /** Address of the page of a build that is done; null before. */
  builtLink(build: KeptBuild): string | null;
  builtPage(build: KeptBuild): Promise<PageAnswer | null>;
  builtFile(file: string, token: string): Promise<ServedFile | null>;
}

export interface LinkOptions {
  readonly language?: Language;
  readonly theme?: 'light' | 'dark' | null;
}

const MINUTE = 60_000;
export function createPreview(strapi: Core.Strapi): Preview {
  const readBlog = createBlogReader(strapi);
  const signer = createSigner(signingKey(strapi));
  const builds = createBuilds(strapi, readBlog);
  const { open, openSaved } = createVersionOpener(strapi);
  const life = jekyllConfig(strapi).preview.linkMinutes * MINUTE;

  const rendered = async (grant: Grant, version: Version): Promise<Rendered> => {
    const blog = await readBlog();
    const file = await writeFile(strapi, blog, version.row);
    const token = signer.sign({ ...grant, purpose: 'media' }, life);
    const found = [...version.problems, ...file.problems];
    const media = mediaAddress(strapi, blog, file, token);
    const { locale } = version.row;
    const look = await blog.look(locale);
    const options = { locale, media, marks: look?.marks ?? null };
    const page = await renderDocument({ ...file, problems: found }, blog, options);
    return { page, file, row: version.row, look };
  };

  const grantOf = (target: PreviewTarget, { user }: Asker): Grant => ({
    purpose: 'page',
    documentId: target.documentId ?? '',
    locale: target.locale,
    status: target.status,
    user,
  });

  return {
    signer,
    life,
    open,
    async link(target, asker, { language, theme } = {}) {
      const version = await openSaved(target, asker);
      if (typeof version === 'string') return version;
      const token = signer.sign(grantOf(target, asker), life);
      const query = new URLSearchParams({
        ...(language ? { language } : {}),
        ...(theme ? { theme } : {}),
      }).toString();
      return `${serverPath(strapi)}/jekyll/preview/page/${token}${query === '' ? '' : `?${query}`}`;
    },

    async page(target, asker, { language = 'en', theme = null }) {
      const version = await openSaved(target, asker);
      if (typeof version === 'string') return version;
      const grant = grantOf(target, asker);
      const { page, look } = await rendered(grant, version);
      const nonce = randomBytes(18).toString('base64');
      const token = signer.sign({ ...grant, purpose: 'media' }, life);
      const fragments = fragmentsOf(page, language, look);
      const { title, lang } = page;
      const html = renderPage({ title, lang, fragments, look, theme, nonce });
      return {
        html: html.replaceAll(FILES, mediaPath(token, SITE)),
        policy: contentPolicy(nonce),
      };
    },

    async render(target, asker, language, values) {
      const version = await open(target, asker, values);
      if (typeof version === 'string') return version;
      const { page, file, row, look } = await rendered(grantOf(target, asker), version);
      const content = parsePostFile(file.text).body.replace(/^\s*\n/, '');
      const fields: FieldLines[] = fieldLines(row, content);
      const { title, lang } = page;
      const parts = { ...fragmentsOf(page, language, look) };
      return { title, lang, parts, problems: page.problems, fields };
    },

    async media(file, token) {
      const { folder, own } = await readBlog();
      const served = folder && (await serveFrom(folder, file));
      return served && withOwnAddresses(served, { root: `${token}/${SITE}`, file, own });
    },

    builds,
    builtLink(build) {
      if (build.page === null) return null;
      const { target, user } = build;
      const grant = { ...grantOf(target, { user, ability: null }), build: build.id };
      const token = signer.sign({ ...grant, purpose: 'site' }, life);
      return `${serverPath(strapi)}/jekyll/preview/built/${token}`;
    },
    async builtPage(build) {
      if (build.page === null) return null;
      const { own } = await readBlog();
      const grant = { ...grantOf(build.target, { user: build.user, ability: null }) };
      const token = signer.sign({ ...grant, purpose: 'site', build: build.id }, life);
      const nonce = randomBytes(18).toString('base64');
      const html = sitePage(build.page.html, {
        ...build.flags,
        files: `../site/${token}`,
        own,
        at: build.page.at,
        nonce,
      });
      return { html, policy: contentPolicy(nonce) };
    },
    async builtFile(file, token) {
      const { own } = await readBlog();
      const served = await builds.file(file);
      return served && withOwnAddresses(served, { root: token, file, own });
    },
  };
}

/** Derived from the keys with which the application signs its sessions; else one for this process. */
function signingKey(strapi: Core.Strapi): Buffer {
  const keys: unknown = strapi.config.get('server.app.keys');
  const [first] = Array.isArray(keys) ? (keys as unknown[]) : [];
  return typeof first === 'string' && first !== '' ? deriveKey(first) : randomBytes(32);
}

/** What stands before every route, where the server has an address of its own. */
const serverPath = (strapi: Core.Strapi): string =>
  String(strapi.config.get('server.url', '') ?? '').replace(/\/+$/, '');
