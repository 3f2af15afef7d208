import type { Core } from '@strapi/strapi';
import { IGNORE_CHECKS_HEADER } from '../../../contracts/checks';
import {
  CONFIRMED_HEADER,
  PUBLISH_CHANGES_HEADER,
  type PublishingChoices,
} from '../../../contracts/publishing';

/** The parts of a Koa context that tell who acts and what they chose. */
interface Request {
  /** The address as it was sent. */
  readonly originalUrl?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
}

/**
 * What the editor chose, from the action's own `jekyll` parameter, else from the request in which
 * the action runs (headers, then query): the content manager's routes hand only their own
 * parameters to the document service.
 */
export function readChoices(strapi: Core.Strapi, params: unknown): Required<PublishingChoices> {
  const request = strapi.requestContext.get() as Request | undefined;
  // Not the parsed query: the content manager's checks take unknown keys out of it.
  const query = new URLSearchParams(request?.originalUrl?.split('?')[1] ?? '');
  const headers = request?.headers ?? {};
  const own = record(record(params).jekyll);
  return {
    confirmed:
      flag(own.confirmed) ??
      flag(headers[CONFIRMED_HEADER]) ??
      flag(query.get('jekyll[confirmed]')) ??
      false,
    publishChanges:
      changes(own.publishChanges) ??
      changes(headers[PUBLISH_CHANGES_HEADER]) ??
      changes(query.get('jekyll[publishChanges]')) ??
      false,
  };
}

/** Whether whoever publishes says that errors of the checks are no reason to stop. */
export function ignoresChecks(strapi: Core.Strapi, params: unknown): boolean {
  const request = strapi.requestContext.get() as Request | undefined;
  const query = new URLSearchParams(request?.originalUrl?.split('?')[1] ?? '');
  return (
    flag(record(record(params).jekyll).ignoreChecks) ??
    flag(request?.headers?.[IGNORE_CHECKS_HEADER]) ??
    flag(query.get('jekyll[ignoreChecks]')) ??
    false
  );
}

function flag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  if (value === 'false') return false;
  return undefined;
}

function changes(value: unknown): boolean | string[] | undefined {
  const all = flag(value);
  if (all !== undefined) return all;
  const ids = typeof value === 'string' ? value.split(',') : value;
  if (!Array.isArray(ids)) return undefined;
  return ids
    .filter((id): id is string => typeof id === 'string' && id.trim() !== '')
    .map((id) => id.trim());
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
