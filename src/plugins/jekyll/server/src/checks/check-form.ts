import type { Core } from '@strapi/strapi';
import type { CheckFormRequest } from '../../../contracts/checks';
import { emptyRow, withUnsaved } from '../../../entries/form-row';
import { loadVersion, type TrendItemRow } from '../../../entries/rows';
import { configuredBlogDir } from '../../../export/own-blog';
import { readSurroundings } from './around';
import { checkVersion, type VersionChecks } from './check-version';
import { openWorkspace, type Workspace } from './workspace';

/** Milliseconds for which what is known about the blog counts while somebody types. */
const FRESH = 20_000;
const workspaces = new WeakMap<
  Core.Strapi,
  { readonly at: number; readonly made: Promise<Workspace> }
>();

/** The blog around the form; without a checkout that can be read, the CMS alone. */
function workspaceOf(strapi: Core.Strapi): Promise<Workspace> {
  const known = workspaces.get(strapi);
  if (known && Date.now() - known.at < FRESH) return known.made;
  const made = openWorkspace(strapi, configuredBlogDir(strapi)).catch(() =>
    openWorkspace(strapi, null),
  );
  workspaces.set(strapi, { at: Date.now(), made });
  return made;
}

/**
 * The fast rules over what a form holds.
 *
 * @param mayRead whether the editor may read an item: of others the checks say nothing
 */
export async function checkForm(
  strapi: Core.Strapi,
  { documentId, locale, values }: CheckFormRequest,
  mayRead: (item: TrendItemRow) => boolean,
): Promise<VersionChecks> {
  const workspace = await workspaceOf(strapi);
  const saved = documentId === null ? null : await loadVersion(strapi, documentId, locale, 'draft');
  const before = saved ?? { ...emptyRow(locale), documentId: documentId ?? '' };
  const row = await withUnsaved(strapi, before, values);
  const hidden = new Set<string>();
  row.sections.forEach((section, s) =>
    section.items.forEach((item, i) => {
      if (!mayRead(item)) hidden.add(`sections.${s}.items.${i}`);
    }),
  );
  const record = documentId === null ? null : await workspace.records.find(documentId, locale);
  const around = await readSurroundings(workspace, documentId === null ? [] : [documentId]);
  const { file, problems } = await checkVersion(workspace, row, record, {
    fast: true,
    facts: saved ? await around(row) : {},
  });
  return { file, problems: problems.filter(({ field }) => !hidden.has(field ?? '')) };
}
