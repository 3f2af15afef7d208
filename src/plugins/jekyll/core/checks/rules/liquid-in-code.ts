import {
  isCodeOrMath,
  isKnownTag,
  isLiteral,
  isTemplateValue,
  liquidFix,
  ownNames,
  quoted,
  textAround,
} from '../liquid-tags';
import { rule } from '../types';

/** Jekyll runs Liquid before kramdown: in code and in math too it takes braces for its own. */
export const liquidInCode = rule({
  id: 'liquid-in-code',
  severity: 'error',
  *check({ post: { body } }) {
    const own = ownNames(body.liquid.filter((token) => !isCodeOrMath(body, token)));
    let open = 0;
    for (const token of body.liquid) {
      const { kind, name, closed, start, markup } = token;
      if (name === 'raw' || name === 'comment') open += 1;
      const ends = name === 'endraw' || name === 'endcomment';
      if (ends) open = Math.max(0, open - 1);
      if (ends || open > 0 || !closed || !isCodeOrMath(body, token)) continue;
      const meant =
        kind === 'output'
          ? isLiteral(token) || isTemplateValue(token) || own.has(/^[\w-]*/.exec(markup)?.[0] ?? '')
          : !isKnownTag(name ?? '');
      if (meant) continue;
      const fix = liquidFix(body, textAround(body, token));
      const what = body.regionAt(start)?.kind === 'math' ? MATH : CODE;
      yield {
        place: { offset: start },
        message: {
          en: `Liquid takes "${quoted(body, token)}" in this ${what.en} for its own, and the page lacks it. ${fix.en}`,
          ko: `이 ${what.ko}의 "${quoted(body, token)}"을(를) Liquid가 가져가 페이지에서 사라집니다. ${fix.ko}`,
        },
      };
    }
  },
});

const CODE = { en: 'code', ko: '코드' };
const MATH = { en: 'formula', ko: '수식' };
