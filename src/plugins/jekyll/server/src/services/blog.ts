import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { BlogService } from '../../../contracts/service';
import { exportBlog } from '../../../export/export-blog';
import { importBlog } from '../../../import/import-blog';
import { jekyllConfig } from '../config';

/** The two ways between a blog and the CMS, as one service for command line and admin. */
export const createBlogService = ({ strapi }: { strapi: Core.Strapi }): BlogService => ({
  import: (request) => importBlog(strapi, request),
  export: (request) => exportBlog(strapi, request),
  configuredDir() {
    const { blogDir } = jekyllConfig(strapi);
    return blogDir === undefined ? null : path.resolve(strapi.dirs.app.root, blogDir);
  },
});
