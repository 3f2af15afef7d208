import type { Core } from '@strapi/strapi';
import { comingLabels } from '../core/post';
import { parsePostFile } from '../core/post-file';
import type { Outline, OutlineRequest } from '../contracts/outline';
import { createRecords } from '../blog/record';
import { composePost } from '../entries/compose';
import { emptyRow, withUnsaved } from '../entries/form-row';
import { loadVersion, type PostRow } from '../entries/rows';
import { describeItem, hiddenItem, type ItemRow, readStatuses } from './item-info';

/**
 * The outline of the survey that a form holds, with the footnotes that an export would give it.
 *
 * @param mayRead whether the editor may read an item; of others only their place is told
 */
export async function readOutline(
  strapi: Core.Strapi,
  { documentId, locale, values }: OutlineRequest,
  mayRead: (item: ItemRow) => boolean,
): Promise<Outline> {
  const saved = documentId === null ? null : await loadVersion(strapi, documentId, locale, 'draft');
  const row = await withUnsaved(strapi, saved ?? emptyRow(locale), values);
  const labels = await labelsOf(strapi, documentId, row);
  // Rows of the database have more than an export reads.
  const items = row.sections.flatMap((section) => section.items as readonly ItemRow[]);
  const statusOf = await readStatuses(strapi, items, locale);
  const described = items.map((item, index) =>
    mayRead(item) ? describeItem(item, statusOf(item), labels?.[index] ?? null) : hiddenItem(item),
  );
  const known = new Map((saved?.sections ?? []).map((section) => [idOf(section), section]));
  const ids = (section: { readonly items: PostRow['sections'][number]['items'] } | undefined) =>
    (section?.items ?? []).map((item) => item.documentId);
  const form = Array.isArray(values['sections']) ? (values['sections'] as unknown[]) : [];
  return {
    sections: row.sections.map((section, index) => ({
      saved: ids(known.get(idOf(form[index]))),
      items: ids(section),
    })),
    items: [...new Map(described.map((item) => [item.documentId, item])).values()],
  };
}

const idOf = (section: unknown): unknown =>
  (Object(section) as { readonly id?: unknown }).id ?? null;

/** null where they can't be told: a text that no file could say is no reason to show no outline. */
async function labelsOf(
  strapi: Core.Strapi,
  documentId: string | null,
  row: PostRow,
): Promise<string[][] | null> {
  const record =
    documentId === null ? null : await createRecords(strapi).find(documentId, row.locale);
  const text = record?.text ?? null;
  try {
    return comingLabels(composePost(row), text === null ? null : parsePostFile(text).body);
  } catch (error) {
    strapi.log.debug(`No footnote labels for the outline of ${row.documentId}: ${String(error)}`);
    return null;
  }
}
