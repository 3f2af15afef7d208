import type { Core } from '@strapi/strapi';
import { jekyllConfig } from '../config';
import { checkLinks } from './links';

const TASK = 'jekyllLinkCheck';

/** Looks at external links when `linkCheck` says so. A failure is logged: nobody awaits it. */
export function scheduleLinkCheck({ strapi }: { strapi: Core.Strapi }): void {
  const { linkCheck } = jekyllConfig(strapi);
  if (linkCheck === null) return;
  let looking = false;
  strapi.cron.add({
    [TASK]: {
      async task() {
        if (looking) return;
        looking = true;
        try {
          await checkLinks(strapi, {});
        } catch (error) {
          strapi.log.error(`jekyll: external links could not be checked: ${String(error)}`);
        } finally {
          looking = false;
        }
      },
      options: { rule: linkCheck },
    },
  });
}
