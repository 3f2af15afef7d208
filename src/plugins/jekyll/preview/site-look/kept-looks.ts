import { readLook } from './read-look';
import { SITE } from './site-files';

/** Nearly every site has one of these, and every build writes them anew. */
const WRITTEN = ['index.html', 'feed.xml', 'sitemap.xml', '404.html'].map(
  (name) => `${SITE}/${name}`,
);
/** While a build may still be writing, what was read is read again after this time. */
const FRESH = 20_000;
const LONGEST_BUILD = 120_000;

interface Kept {
  readonly built: string;
  /** Until when it holds while the build stays the same. */
  readonly until: number;
  readonly look: ReturnType<typeof readLook>;
}

/** Reads how the site looks once a build: typing asks many times a second. */
export function keptLooks(): typeof readLook {
  const kept = new Map<string, Kept>();
  return async (blog, lang) => {
    const all = await blog.folder.stamps(WRITTEN).catch(() => []);
    const stamps = all.flatMap((one) => (one === null ? [] : [one]));
    const built = stamps.map(({ text }) => text).join(' ');
    const now = Date.now();
    const known = kept.get(lang);
    if (known?.built === built && now < known.until) return known.look;
    const settled = now - Math.max(0, ...stamps.map(({ changed }) => changed)) > LONGEST_BUILD;
    const until = built !== '' && settled ? Infinity : now + FRESH;
    // A site that is just being built may hold anything: then the plugin's own style serves.
    const look = readLook(blog, lang).catch(() => null);
    kept.set(lang, { built, until, look });
    return look;
  };
}
