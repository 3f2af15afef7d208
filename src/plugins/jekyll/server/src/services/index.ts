import { createBlogService } from './blog';
import { createPublishingService } from './publishing';
import { createWordsService } from './words';

export const services = {
  blog: createBlogService,
  publishing: createPublishingService,
  words: createWordsService,
};
