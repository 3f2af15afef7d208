import path from 'node:path';
import { appDir } from '../../helpers/environment';
import { describeLaws } from './harness/laws';

describeLaws({
  name: 'the odd blog',
  sources: () => [{ from: path.join(appDir, 'tests', 'fixtures', 'odd-blog'), to: '' }],
  sample: 150,
  rounds: 3,
  test: it,
  present: true,
});
