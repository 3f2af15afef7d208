import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { CreatedVersion } from '../../../contracts/translations';
import { readSnippet } from '../../../core/post-file';
import { documentsOf } from '../../../entries/documents';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../content-model';
import { writeTransaction } from '../database';
import type { Editor } from './editor';
import { makingVersions } from './keep';
import { citedReferences, shownItems } from './pair';
import { pairSections } from './pair-sections';
import { notAllowed } from './refusal';
import { list, postTexts, type Row, str } from './texts';
import { readDrafts, type TranslatedUid, type VersionRow } from './versions';

type Data = Record<string, unknown>;

/** Copied as they stand. Old addresses and private notes belong to one version only. */
const POST_COPIES = [
  'title',
  'slug',
  'date',
  'description',
  'categories',
  'tags',
  'authors',
  'coverPath',
  'coverAlt',
  'coverLqip',
  'keywords',
  'body',
  'closing',
  'math',
  'mermaid',
  'toc',
  'pin',
  'comments',
  'mediaBase',
  'mediaBaseKey',
];
const ITEM_COPIES = ['title', 'body', 'topic', 'collectedOn'];
const REFERENCE_COPIES = ['title', 'url', 'kind', 'publisher', 'publishedOn'];
/** Keys of other front matter that say of which language or at which address one version is. */
const OWN_KEYS = new Set(['lang', 'locale', 'permalink', 'redirect_from', 'redirect_to']);

/**
 * Makes the version of a post in another locale with its whole tree, as drafts: references, items,
 * post, texts copied. Where versions exist, only what they lack is added; no text is overwritten.
 * All of it, with the editor's own rights, or nothing.
 *
 * @throws NotFoundError without a draft in `from`; PolicyError (403) naming the document for which
 *   the editor lacks a right
 */
export function createVersion(
  strapi: Core.Strapi,
  editor: Editor,
  post: { readonly documentId: string; readonly from: string; readonly to: string },
): Promise<CreatedVersion> {
  return writeTransaction(strapi, () =>
    makingVersions(post.from, () => new Maker(strapi, editor, post).make()),
  );
}

class Maker {
  private references = 0;
  private items = 0;
  private sections = 0;

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly editor: Editor,
    private readonly post: {
      readonly documentId: string;
      readonly from: string;
      readonly to: string;
    },
  ) {}

  async make(): Promise<CreatedVersion> {
    const { documentId, from, to } = this.post;
    const posts = await this.read(POST_UID, [documentId]);
    const original = posts.find(({ locale }) => locale === from);
    if (!original) throw new errors.NotFoundError();
    this.mayRead(POST_UID, original);
    const translation = posts.find(({ locale }) => locale === to);
    // Before anything is made: the post is what the editor asked for.
    if (translation) this.mayUpdate(POST_UID, translation);
    else this.mayCreate(POST_UID, original);

    const items = await this.read(TREND_ITEM_UID, shownItems(original));
    const originals = items.filter(({ locale }) => locale === from);
    await this.makeReferences(originals.flatMap(citedReferences));
    for (const item of originals) {
      const own = items.find((one) => one.documentId === item.documentId && one.locale === to);
      if (own) await this.completeItem(item, own);
      else await this.makeItem(item);
    }
    if (translation) await this.completePost(original, translation);
    else await this.makePost(original);
    const { references, sections } = this;
    return { post: !translation, sections, items: this.items, references };
  }

  private read(uid: TranslatedUid, documentIds: readonly string[]): Promise<VersionRow[]> {
    const { from, to } = this.post;
    return readDrafts(this.strapi, uid, {
      documentIds: [...new Set(documentIds)],
      locales: [from, to],
    });
  }

  /** First of all: a citation of a reference that lacks the locale cannot be saved. */
  private async makeReferences(documentIds: readonly string[]): Promise<void> {
    const { from, to } = this.post;
    const rows = await this.read(REFERENCE_UID, documentIds);
    const known = new Set(rows.flatMap((row) => (row.locale === to ? [row.documentId] : [])));
    for (const row of rows) {
      if (row.locale !== from || known.has(row.documentId)) continue;
      this.mayRead(REFERENCE_UID, row);
      await this.create(REFERENCE_UID, row, this.copies(REFERENCE_UID, row, REFERENCE_COPIES));
      this.references += 1;
    }
  }

  private async makeItem(item: VersionRow): Promise<void> {
    this.mayRead(TREND_ITEM_UID, item);
    await this.create(TREND_ITEM_UID, item, {
      ...this.copies(TREND_ITEM_UID, item, ITEM_COPIES),
      citations: list(item['citations']).map(copyCitation),
    });
    this.items += 1;
  }

  /** Adds the citations of references that the item does not cite yet, at their places. */
  private async completeItem(item: VersionRow, own: VersionRow): Promise<void> {
    const cited = new Set(citedReferences(own));
    const citations: Data[] = list(own['citations']).map(({ id }) => ({ id }));
    const idOf = (reference: string): unknown =>
      list(own['citations']).find((one) => referenceOf(one) === reference)?.['id'];
    let at = 0;
    let added = false;
    for (const citation of list(item['citations'])) {
      const reference = referenceOf(citation);
      if (reference === '') continue;
      if (cited.has(reference)) {
        at = citations.findIndex(({ id }) => id !== undefined && id === idOf(reference)) + 1 || at;
        continue;
      }
      cited.add(reference);
      citations.splice(at, 0, copyCitation(citation));
      at += 1;
      added = true;
    }
    if (!added) return;
    this.mayUpdate(TREND_ITEM_UID, own);
    await this.update(TREND_ITEM_UID, own, { citations });
  }

  private async makePost(original: VersionRow): Promise<void> {
    const sections = list(original['sections']).map(copySection);
    await this.create(POST_UID, original, {
      ...this.copies(POST_UID, original, POST_COPIES),
      ...this.copy(POST_UID, original, 'cover', mediumId(original['cover'])),
      ...this.copy(
        POST_UID,
        original,
        'otherFrontMatter',
        withoutOwnKeys(str(original['otherFrontMatter'])),
      ),
      sections,
    });
    this.sections = sections.length;
  }

  /** Adds sections, and items to sections, that the translation does not show anywhere. */
  private async completePost(original: VersionRow, translation: VersionRow): Promise<void> {
    const own = postTexts(translation).sections;
    const pairs = pairSections(postTexts(original).sections, own);
    const shown = new Set(shownItems(translation));
    const merged = own.map(({ id, items }) => ({ id, data: { id } as Data, items: [...items] }));
    let at = 0;
    let changed = false;
    list(original['sections']).forEach((section, index) => {
      const items = list(section['items']).map((item) => str(item['documentId']));
      const other = own[pairs[index] ?? -1];
      const place = merged.findIndex(({ id }) => id === other?.id);
      const target = merged[place];
      if (!other || !target) {
        const added = items.filter((item) => !shown.has(item));
        merged.splice(at, 0, {
          id: Number.NaN,
          data: { ...copySection(section), items: added },
          items: added,
        });
        at += 1;
        this.sections += 1;
        changed = true;
        return;
      }
      at = place + 1;
      items.forEach((item, position) => {
        if (shown.has(item)) return;
        const before = items.slice(0, position).reverse();
        const neighbour = before.find((one) => target.items.includes(one));
        target.items.splice(neighbour ? target.items.indexOf(neighbour) + 1 : 0, 0, item);
        target.data = { id: target.id, items: target.items };
        shown.add(item);
        changed = true;
      });
    });
    if (!changed) return;
    await this.update(POST_UID, translation, { sections: merged.map(({ data }) => data) });
  }

  /** Fields of a row that the editor may read: a copy shows them. */
  private copies(uid: TranslatedUid, row: VersionRow, names: readonly string[]): Data {
    return Object.assign({}, ...names.map((name) => this.copy(uid, row, name, row[name]))) as Data;
  }

  private copy(uid: TranslatedUid, row: VersionRow, name: string, value: unknown): Data {
    return this.editor.may(uid).cannot.read(row, name) ? {} : { [name]: value ?? null };
  }

  private async create(uid: TranslatedUid, original: VersionRow, data: Data): Promise<void> {
    this.mayCreate(uid, original);
    const allowed = await this.editor.may(uid).sanitizeCreateInput(data);
    await this.store(uid, original, this.editor.signed(allowed, { isNew: true }));
  }

  private async update(uid: TranslatedUid, own: VersionRow, data: Data): Promise<void> {
    const allowed = await this.editor.may(uid).sanitizeUpdateInput(own)(data);
    // Without the field there is nothing left to save: say so instead of doing nothing.
    if (Object.keys(data).some((name) => !Object.hasOwn(allowed, name))) {
      throw notAllowed(this.strapi, 'update', this.place(uid, own, own.locale));
    }
    await this.store(uid, own, this.editor.signed(allowed, { isNew: false }));
  }

  private async store(uid: TranslatedUid, row: VersionRow, data: Data): Promise<void> {
    const { documentId } = row;
    await documentsOf(this.strapi, uid).update({ documentId, locale: this.post.to, data });
  }

  private mayRead(uid: TranslatedUid, row: VersionRow): void {
    if (this.editor.may(uid).cannot.read(row)) {
      throw notAllowed(this.strapi, 'read', this.place(uid, row, row.locale));
    }
  }

  private mayUpdate(uid: TranslatedUid, row: VersionRow): void {
    if (this.editor.may(uid).cannot.update(row)) {
      throw notAllowed(this.strapi, 'update', this.place(uid, row, row.locale));
    }
  }

  private mayCreate(uid: TranslatedUid, original: VersionRow): void {
    const { to } = this.post;
    if (this.editor.may(uid).cannot.create({ locale: to })) {
      throw notAllowed(this.strapi, 'create', this.place(uid, original, to));
    }
  }

  private place(uid: TranslatedUid, row: VersionRow, locale: string) {
    return { uid, title: str(row['title']), locale };
  }
}

const referenceOf = (citation: Row): string =>
  str((citation['reference'] as Row | null | undefined)?.['documentId']);

const mediumId = (medium: unknown): number | null =>
  (medium as { readonly id?: number } | null | undefined)?.id ?? null;

const copyCitation = (citation: Row): Data => ({
  reference: referenceOf(citation) || null,
  text: citation['text'] ?? null,
  label: citation['label'] ?? null,
});

const copySection = (section: Row): Data => ({
  heading: section['heading'] ?? null,
  prefix: section['prefix'] ?? null,
  lead: section['lead'] ?? null,
  items: list(section['items']).map((item) => str(item['documentId'])),
});

/** The language and the address of the original are not those of its translation. */
function withoutOwnKeys(yaml: string): string {
  const { entries, problems } = readSnippet(yaml.endsWith('\n') ? yaml : `${yaml}\n`);
  if (problems.length > 0 || !entries.some(({ key }) => OWN_KEYS.has(key))) return yaml;
  return entries.flatMap(({ key, source }) => (OWN_KEYS.has(key) ? [] : [source])).join('');
}
