import { checksRoutes } from './checks';
import { conflictsRoutes } from './conflicts';
import { exportsRoutes } from './exports';
import { importsRoutes } from './imports';
import { jobsRoutes } from './jobs';
import { onBlogRoutes } from './on-blog';
import { linksRoutes } from './links';
import { previewRoutes } from './preview';
import { publishingRoutes } from './publishing';
import { runsRoutes } from './runs';
import { settingsRoutes } from './settings';
import { statusRoutes } from './status';
import { translationsRoutes } from './translations';
import { citationsRoutes } from './citations';
import { outlineRoutes } from './outline';
import { surveysRoutes } from './surveys';
import { wordsRoutes } from './words';

export const routes = {
  admin: {
    type: 'admin' as const,
    routes: [
      ...checksRoutes,
      ...conflictsRoutes,
      ...exportsRoutes,
      ...importsRoutes,
      ...jobsRoutes,
      ...onBlogRoutes,
      ...linksRoutes,
      ...previewRoutes,
      ...publishingRoutes,
      ...runsRoutes,
      ...settingsRoutes,
      ...statusRoutes,
      ...translationsRoutes,
      ...citationsRoutes,
      ...outlineRoutes,
      ...surveysRoutes,
      ...wordsRoutes,
    ],
  },
};
