import { createAutoExportService } from '../auto-export';
import { createExportsService } from '../exports';
import { createJobsService } from '../jobs';
import { createStatusBoard } from '../status-board';
import { createBlogService } from './blog';
import { createChecksService } from './checks';
import { createConflictsService } from './conflicts';
import { createImportsService } from './imports';
import { createLinksService } from './links';
import { createOnBlogService } from './on-blog';
import { createPreviewService } from './preview';
import { createPublishingService } from './publishing';
import { createRunsService } from './runs';
import { createSettingsService } from './settings';
import { createTranslationsService } from './translations';
import { createCitationsService } from './citations';
import { createOutlineService } from './outline';
import { createSurveysService } from './surveys';
import { createWordsService } from './words';

export const services = {
  autoExport: createAutoExportService,
  blog: createBlogService,
  checks: createChecksService,
  conflicts: createConflictsService,
  exports: createExportsService,
  imports: createImportsService,
  jobs: createJobsService,
  links: createLinksService,
  onBlog: createOnBlogService,
  preview: createPreviewService,
  publishing: createPublishingService,
  runs: createRunsService,
  settings: createSettingsService,
  statusBoard: createStatusBoard,
  translations: createTranslationsService,
  citations: createCitationsService,
  outline: createOutlineService,
  surveys: createSurveysService,
  words: createWordsService,
};
