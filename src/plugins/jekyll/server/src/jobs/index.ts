import type { Core } from '@strapi/strapi';
import { createJobs, type Jobs } from './jobs';

export { JOB_ACTIONS, JOB_KINDS } from './kinds';
export type { JobActor, JobContext, Jobs } from './jobs';

/** As Strapi runs it; its types leave out what the work answers. */
type RunIn = <T>(context: undefined, work: () => Promise<T>) => Promise<T>;

/**
 * `strapi.plugin('jekyll').service('jobs')`. A job goes on when its request has been answered, and
 * does what its right allows: the rules that ask who acts must not ask that request's user.
 */
export const createJobsService = ({ strapi }: { strapi: Core.Strapi }): Jobs => {
  const runIn = strapi.requestContext.run as unknown as RunIn;
  return createJobs((work) => runIn(undefined, work));
};
