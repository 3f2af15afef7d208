import type { Core } from '@strapi/strapi';
import { RULES } from '../../../core/checks';
import type { Problem } from '../../../core/problem';
import { setWaived } from '../../../checks/waivers';
import { loadVersion } from '../../../entries/rows';
import { isSuspended } from '../auto-export/suspend';
import { ignoresChecks } from '../publishing/choices';
import { checksForbidden, checksFailed } from './refusal';
import { mayIgnoreChecks } from './rights';
import { checkVersion } from './check-version';
import { openWorkspace } from './workspace';

/**
 * Checks the version that was just published: throwing rolls the publication back. What an import or
 * a take-back publishes comes from the blog and is never stopped.
 *
 * @returns what is to be told
 * @throws ApplicationError CHECKS_FAILED for errors that the blog does not have yet;
 *   PolicyError when whoever wants to ignore them may not.
 */
export async function checkPublication(
  strapi: Core.Strapi,
  version: { readonly documentId: string; readonly locale: string },
  params: unknown,
): Promise<readonly Problem[]> {
  if (isSuspended()) return [];
  const { documentId, locale } = version;
  const row = await loadVersion(strapi, documentId, locale, 'published');
  if (!row) return [];
  // Without the checkout: within a transaction nothing waits for a disk.
  const workspace = await openWorkspace(strapi, null);
  const record = await workspace.records.find(documentId, locale);
  const { problems } = await checkVersion(workspace, row, record, { gate: true });
  const errors = problems.filter(({ severity, code }) => severity === 'error' && isRule(code));
  if (errors.length > 0) {
    if (!ignoresChecks(strapi, params)) throw checksFailed(strapi, errors);
    if (!mayIgnoreChecks(strapi)) throw checksForbidden(strapi, errors);
  }
  await setWaived(strapi, version, errors);
  return problems;
}

/** Of the problems of writing a file, the export tells. */
const isRule = (code: string): boolean => RULES.some(({ id }) => id === code);
