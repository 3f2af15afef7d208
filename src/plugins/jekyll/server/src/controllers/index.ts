import { createChecksController } from './checks';
import { createConflictsController } from './conflicts';
import { createExportsController } from './exports';
import { createImportsController } from './imports';
import { createJobsController } from './jobs';
import { createOnBlogController } from './on-blog';
import { createLinksController } from './links';
import { createPreviewController } from './preview';
import { createPublishingController } from './publishing';
import { createRunsController } from './runs';
import { createSettingsController } from './settings';
import { createStatusController } from './status';
import { createTranslationsController } from './translations';
import { createCitationsController } from './citations';
import { createOutlineController } from './outline';
import { createSurveysController } from './surveys';
import { createWordsController } from './words';

export const controllers = {
  checks: createChecksController,
  conflicts: createConflictsController,
  exports: createExportsController,
  imports: createImportsController,
  jobs: createJobsController,
  onBlog: createOnBlogController,
  links: createLinksController,
  preview: createPreviewController,
  publishing: createPublishingController,
  runs: createRunsController,
  settings: createSettingsController,
  status: createStatusController,
  translations: createTranslationsController,
  citations: createCitationsController,
  outline: createOutlineController,
  surveys: createSurveysController,
  words: createWordsController,
};
