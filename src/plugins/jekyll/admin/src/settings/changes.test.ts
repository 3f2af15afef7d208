import type { Settings } from '../../../contracts/settings';
import { changesOf } from './changes';

const CONFIGURED: Settings = {
  timezone: null,
  postForm: {
    mediaBaseKey: 'media_subpath',
    spacers: 3,
    rules: 'long',
    keywordsLabel: 'bold',
    imageWidth: null,
  },
  localeStrategy: null,
  singleLocale: null,
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

  it('sets a strategy, and takes it back where the configuration has one', () => {
    expect(changesOf({ ...CONFIGURED, localeStrategy: 'folder' }, CONFIGURED)).toEqual({
      localeStrategy: 'folder',
    });
    const polyglot: Settings = { ...CONFIGURED, localeStrategy: 'polyglot' };
    expect(changesOf(CONFIGURED, polyglot)).toEqual({ localeStrategy: null });
    const single: Settings = { ...CONFIGURED, localeStrategy: 'single', singleLocale: 'en' };
    expect(changesOf(single, CONFIGURED)).toEqual({ localeStrategy: 'single', singleLocale: 'en' });
    expect(changesOf({ ...single, singleLocale: null }, single)).toEqual({});
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
