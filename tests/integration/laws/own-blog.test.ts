import path from 'node:path';
import { appDir } from '../../helpers/environment';
import { sharedDir } from '../../helpers/shared';
import { describeLaws } from './harness/laws';

const shared = sharedDir();

describeLaws({
  name: 'the example blog and the sample',
  sources: () => [
    { from: path.join(appDir, 'examples', 'blog'), to: '' },
    ...(shared === null ? [] : [{ from: path.join(shared, 'sample'), to: '_posts' }]),
  ],
  sample: 40,
  rounds: 4,
  test: it,
  present: true,
});
