import path from 'node:path';
import { appDir } from '../../helpers/environment';
import { describeLaws } from './harness/laws';

describeLaws({
  name: 'the odd blog',
  sources: () => [{ from: path.join(appDir, 'tests', 'fixtures', 'odd-blog'), to: '' }],
  sample: 74,
  rounds: 3,
  namedWhenErased: [
    '_posts/2023-02-08-two-keys-one-field.md',
    // Says `date: not a date`; a new file says the date that the name gave.
    '_posts/2023-02-09-merge-key.md',
  ],
  test: it,
  present: true,
});
