import type { Core } from '@strapi/strapi';
import type { ChecksService } from '../../../contracts/checks';
import { checkPosts } from '../checks/check-posts';

export const createChecksService = ({ strapi }: { strapi: Core.Strapi }): ChecksService => ({
  checkPosts: (request) => checkPosts(strapi, request),
});
