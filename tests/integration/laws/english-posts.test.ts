import path from 'node:path';
import { itWithShared, sharedDir } from '../../helpers/shared';
import { describeLaws } from './harness/laws';

const shared = sharedDir();

describeLaws({
  name: 'the English posts',
  sources: () => [{ from: path.join(shared ?? '', 'corpus', 'en'), to: '' }],
  sample: 30,
  posts: 70,
  rounds: 1,
  test: itWithShared,
  present: shared !== null,
});
