import {
  isCodeOrMath,
  isLiteral,
  isTemplateValue,
  liquidFix,
  ownNames,
  quoted,
  textAround,
} from '../liquid-tags';
import { rule } from '../types';

/** A value that no template has is printed as nothing. In code also one that a template has is in doubt. */
export const liquidInText = rule({
  id: 'liquid-in-text',
  severity: 'warning',
  *check({ post: { body } }) {
    const own = ownNames(body.liquid);
    for (const token of body.liquid) {
      const { kind, closed, start, markup } = token;
      if (kind !== 'output' || !closed || isLiteral(token)) continue;
      const inCode = isCodeOrMath(body, token);
      if (inCode !== isTemplateValue(token)) continue;
      if (own.has(/^[\w-]*/.exec(markup)?.[0] ?? '')) continue;
      const fix = liquidFix(body, textAround(body, token));
      yield {
        place: { offset: start },
        message: inCode
          ? {
              en: `The page shows the value of "${quoted(body, token)}" in this code, not its name. If the name is meant: ${fix.en}`,
              ko: `이 코드의 "${quoted(body, token)}"은(는) 이름이 아니라 값으로 바뀌어 나옵니다. 이름 그대로 보이려면, ${fix.ko}`,
            }
          : {
              en: `Liquid has no value for "${quoted(body, token)}", and the page shows nothing there. ${fix.en}`,
              ko: `Liquid에 "${quoted(body, token)}"의 값이 없어 페이지에 아무것도 나오지 않습니다. ${fix.ko}`,
            },
      };
    }
  },
});
