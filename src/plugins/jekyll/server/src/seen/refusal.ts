import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ChangedSince } from '../../../contracts/seen';
import { inEditorsLanguage } from '../publishing/refusal';

/** 409: somebody saved the entry since it was opened. */
export class ChangedSinceError extends Error {
  readonly status = 409;
  readonly expose = true;
  constructor(
    message: string,
    readonly details: ChangedSince,
  ) {
    super(message);
    this.name = 'ConflictError';
  }
}
// What Strapi answers with a status of its own is known by its class, which nobody can extend as
// usual: its constructor only throws.
Object.setPrototypeOf(ChangedSinceError.prototype, errors.HttpError.prototype as object);

export const changedSinceError = (strapi: Core.Strapi, details: ChangedSince): ChangedSinceError =>
  new ChangedSinceError(inEditorsLanguage(strapi, details.messages), details);
