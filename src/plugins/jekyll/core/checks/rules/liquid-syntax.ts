import { BLOCK_TAGS, BRANCHES, liquidFix, quoted, textAround } from '../liquid-tags';
import type { LiquidToken } from '../body';
import { wantedForm } from '../liquid-markup';
import { rule } from '../types';

/** Liquid that is not closed ends the build (liquid, block_body.rb). */
export const liquidSyntax = rule({
  id: 'liquid-syntax',
  severity: 'error',
  *check({ post: { body } }) {
    const open: LiquidToken[] = [];
    for (const token of body.liquid) {
      const { name, start } = token;
      const fix = liquidFix(body, textAround(body, token));
      if (!token.closed) {
        const opener = token.kind === 'tag' ? '{%' : '{{';
        const closer = token.kind === 'tag' ? '%}' : '}}';
        yield {
          place: { offset: start },
          message: {
            en: `"${quoted(body, token)}": Liquid finds no ${closer} for this ${opener}, and the build stops. ${fix.en}`,
            ko: `"${quoted(body, token)}": Liquid가 이 ${opener}을 닫는 ${closer}을 찾지 못해 빌드가 멈춥니다. ${fix.ko}`,
          },
        };
        continue;
      }
      if (token.kind !== 'tag' || name === null) continue;
      const form = wantedForm(token);
      if (form !== null) {
        yield {
          place: { offset: start },
          message: {
            en: `"${quoted(body, token)}": Liquid does not understand this tag, and the build stops. Write ${form}, or: ${fix.en}`,
            ko: `"${quoted(body, token)}": Liquid가 이 태그를 이해하지 못해 빌드가 멈춥니다. ${form}(으)로 쓰거나, ${fix.ko}`,
          },
        };
      }
      if (BLOCK_TAGS.has(name)) {
        open.push(token);
        continue;
      }
      const opened = open.at(-1)?.name ?? '';
      const ends = name.startsWith('end') && BLOCK_TAGS.has(name.slice(3));
      if (ends && opened === name.slice(3)) {
        open.pop();
        continue;
      }
      if (ends || (BRANCHES[name] && !BRANCHES[name].includes(opened))) {
        yield {
          place: { offset: start },
          message: {
            en: `{% ${name} %} has no tag that it belongs to, and the build stops. Remove it, or: ${fix.en}`,
            ko: `{% ${name} %}에 짝이 되는 태그가 없어 빌드가 멈춥니다. 지우거나, ${fix.ko}`,
          },
        };
      }
    }
    for (const token of open) {
      if (wantedForm(token) !== null) continue;
      const fix = liquidFix(body, textAround(body, token));
      yield {
        place: { offset: token.start },
        message: {
          en: `{% ${token.name} %} is never closed, and the build stops. Add {% end${token.name} %}, or: ${fix.en}`,
          ko: `{% ${token.name} %}이(가) 닫히지 않아 빌드가 멈춥니다. {% end${token.name} %}을(를) 넣거나, ${fix.ko}`,
        },
      };
    }
  },
});
