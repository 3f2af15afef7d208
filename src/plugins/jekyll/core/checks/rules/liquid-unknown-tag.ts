import { z } from 'zod';
import { isKnownTag, liquidFix, quoted, textAround } from '../liquid-tags';
import { rule } from '../types';

const options = z.strictObject({
  /** Tags that plugins of the site add. */
  tags: z.array(z.string()).default([]),
});

/** A tag that nobody knows ends the build (liquid, block_body.rb, `Unknown tag`). */
export const liquidUnknownTag = rule<z.output<typeof options>>({
  id: 'liquid-unknown-tag',
  severity: 'error',
  options,
  *check({ post: { body }, facts, options: { tags } }) {
    for (const token of body.liquid) {
      const { kind, name, closed, start } = token;
      if (kind !== 'tag' || !closed || name === null || isKnownTag(name)) continue;
      const bare = name.replace(/^end/, '');
      const site = [...tags, ...(facts.liquidTags ?? [])];
      if (site.includes(name) || site.includes(bare)) continue;
      const fix = liquidFix(body, textAround(body, token));
      yield {
        place: { offset: start },
        message: {
          en: `${quoted(body, token)}: Liquid knows no tag "${name}", and the build stops. ${fix.en}`,
          ko: `${quoted(body, token)}: Liquid에 "${name}" 태그가 없어 빌드가 멈춥니다. ${fix.ko}`,
        },
      };
    }
  },
});
