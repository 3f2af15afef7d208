import { createPublishingController } from './publishing';
import { createWordsController } from './words';

export const controllers = {
  publishing: createPublishingController,
  words: createWordsController,
};
