import type { Settings } from '../../../contracts/settings';
import { changesOf } from './changes';

const CONFIGURED: Settings = {
  timezone: null,
  postForm: { mediaBaseKey: 'media_subpath', spacers: 3, rules: 'long', keywordsLabel: 'bold' },
  redirects: 'auto',
  autoExport: 'off',
  autoExportDelay: 3,
  futurePosts: 'write',
  keepRuns: 500,
};

describe('changesOf', () => {
  it('is nothing where all is as configured', () => {
    expect(changesOf(CONFIGURED, CONFIGURED)).toEqual({});
    const zoned = { ...CONFIGURED, timezone: 'UTC' };
    expect(changesOf({ ...zoned, timezone: null }, zoned)).toEqual({});
  });

  it('holds what differs, and no more', () => {
    const postForm = { ...CONFIGURED.postForm, spacers: 0 };
    expect(
      changesOf({ ...CONFIGURED, timezone: 'UTC', keepRuns: 9, postForm }, CONFIGURED),
    ).toEqual({
      timezone: 'UTC',
      keepRuns: 9,
      postForm: { spacers: 0 },
    });
  });
});
