import type { Core } from '@strapi/strapi';
import { lookUp } from '../../../citations/look-up';
import { findReferences, type ReferenceVersion } from '../../../citations/known';
import type { Citation, CitationsRequest } from '../../../contracts/citations';
import { canonicalUrl } from '../../../core/citation/canonical-url';
import { jekyllConfig } from '../config';
import { CREATOR } from '../permission-checker';

export const createCitationsService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * What is known of pasted addresses, in their order; writes nothing and never throws for a page
   * that does not answer.
   *
   * @param mayRead whether the editor may see a reference: others count as unknown
   */
  async lookUp(
    { addresses, locale }: CitationsRequest,
    mayRead: (reference: ReferenceVersion) => boolean,
  ): Promise<Citation[]> {
    const keys = addresses.flatMap((address) => canonicalUrl(address) ?? []);
    const found = await findReferences(strapi, keys, locale, CREATOR);
    const known = new Map([...found].filter(([, reference]) => mayRead(reference)));
    return lookUp(addresses, known, jekyllConfig(strapi).citations, locale);
  },
});

export type CitationsService = ReturnType<typeof createCitationsService>;
