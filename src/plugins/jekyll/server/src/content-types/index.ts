import asset from './asset/schema.json';
import file from './file/schema.json';
import lease from './lease/schema.json';
import link from './link/schema.json';
import mark from './mark/schema.json';
import queueEntry from './queue-entry/schema.json';
import run from './run/schema.json';
import translation from './translation/schema.json';
import waiver from './waiver/schema.json';
import withdrawnItem from './withdrawn-item/schema.json';

/** The plugin's own records: hidden from the content manager, never cloned with a post. */
export const contentTypes = {
  file: { schema: file },
  asset: { schema: asset },
  lease: { schema: lease },
  'withdrawn-item': { schema: withdrawnItem },
  'queue-entry': { schema: queueEntry },
  run: { schema: run },
  link: { schema: link },
  mark: { schema: mark },
  translation: { schema: translation },
  waiver: { schema: waiver },
};
