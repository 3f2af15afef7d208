import asset from './asset/schema.json';
import file from './file/schema.json';
import withdrawnItem from './withdrawn-item/schema.json';

/** The plugin's own records: hidden from the content manager, never cloned with a post. */
export const contentTypes = {
  file: { schema: file },
  asset: { schema: asset },
  'withdrawn-item': { schema: withdrawnItem },
};
