import type { Core } from '@strapi/strapi';
import type { PreviewTarget } from '../contracts/preview';
import type { Problem } from '../core/problem';
import { emptyRow, type FormValues, withUnsaved } from '../entries/form-row';
import { loadVersion, type PostRow } from '../entries/rows';
import { POST_UID } from '../server/src/content-model';
import { CREATOR } from '../server/src/permission-checker';
import { createReader } from './access/rights';
import * as problems from './problems';

/** Why a version is not shown. */
export type Refusal = 'forbidden' | 'not-found';

/** A version that whoever asks may see, as they may see it. */
export interface Version {
  readonly row: PostRow;
  readonly problems: readonly Problem[];
}

/** Who asks, and what they may. */
export interface Asker {
  readonly user: number;
  readonly ability: unknown;
}

/** Reads versions of posts for whoever asks. */
export interface VersionOpener {
  /** The version, or why it isn't shown. With values: the saved one with these on top. */
  open(target: PreviewTarget, asker: Asker, values?: FormValues): Promise<Version | Refusal>;
  /** The same without a form. A locale without a version has a page too: it fills as the editor types. */
  openSaved(target: PreviewTarget, asker: Asker): Promise<Version | Refusal>;
}

export function createVersionOpener(strapi: Core.Strapi): VersionOpener {
  const open: VersionOpener['open'] = async ({ documentId, locale, status }, asker, values) => {
    const reader = createReader(strapi, asker.ability);
    if (documentId === null) {
      if (!reader.mayCreate(locale)) return 'forbidden';
      const row = await withUnsaved(strapi, emptyRow(locale), values ?? {});
      const { row: readable } = await reader.readable(row, { locale });
      // Whoever begins a post may see what they typed, readable or not.
      return { row: { ...row, sections: readable.sections }, problems: [] };
    }
    const version: object | null = await strapi.db.query(POST_UID).findOne({
      where: { documentId, locale, publishedAt: status === 'draft' ? null : { $notNull: true } },
      populate: CREATOR,
    });
    if (!version) {
      // A locale that has no version yet is begun like a new entry.
      if (values === undefined || status !== 'draft' || !(await exists(strapi, documentId))) {
        return 'not-found';
      }
      if (!reader.mayCreate(locale)) return 'forbidden';
      const row = await withUnsaved(strapi, emptyRow(locale), values);
      return { row: (await reader.readable(row, { locale })).row, problems: [] };
    }
    if (!reader.mayReadPost(version)) return 'forbidden';
    const saved = await loadVersion(strapi, documentId, locale, status);
    if (!saved) return 'not-found';
    const row = values && status === 'draft' ? await withUnsaved(strapi, saved, values) : saved;
    const { row: readable, leftOut } = await reader.readable(row, version);
    return { row: readable, problems: leftOut ? [problems.notReadable()] : [] };
  };

  const openSaved: VersionOpener['openSaved'] = async (target, asker) => {
    const version = await open(target, asker, target.documentId === null ? {} : undefined);
    return version === 'not-found' ? open(target, asker, {}) : version;
  };

  return { open, openSaved };
}

const exists = async (strapi: Core.Strapi, documentId: string): Promise<boolean> =>
  (await strapi.db.query(POST_UID).count({ where: { documentId } })) > 0;
