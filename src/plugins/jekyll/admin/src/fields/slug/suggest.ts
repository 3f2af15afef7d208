import slugify from 'slugify';
import { transliterate } from 'transliteration';

export const suggestSlug = (title: string): string =>
  slugify(transliterate(title), { lower: true, strict: true }) || 'post';
