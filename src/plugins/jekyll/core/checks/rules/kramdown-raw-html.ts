import { rule } from '../types';

/** Elements in which kramdown reads no Markdown unless `markdown="1"` asks for it. */
const OPENING =
  /^ {0,3}<(details|div|section|article|aside|figure|center|td|blockquote)\b([^>]*)>/i;
/** A post may ask for Markdown in all blocks below. */
const OPTION = /\{::options\b[^}]*\bparse_block_html="true"/;
/** Markdown that nobody writes as plain text. */
const MARKDOWN =
  /(?:^|\n)[ \t]*(?:#{1,6} |[-*] \S|\d+\. \S|> |```)|\*\*[^*\s][^*\n]*\*\*|!?\[[^\]\n]+\]\([^)\s]+\)/;

/** Markdown in an HTML block is shown as it stands (kramdown's syntax page, "HTML Blocks"). */
export const kramdownRawHtml = rule({
  id: 'kramdown-raw-html',
  severity: 'warning',
  *check({ post: { body }, facts: { site } }) {
    if (site?.parsesBlockHtml) return;
    for (const { kind, block, start, end } of body.regions) {
      if (kind !== 'html' || !block || OPTION.test(body.markdown.slice(0, start))) continue;
      const source = body.markdown.slice(start, end);
      const opening = OPENING.exec(source);
      if (!opening || /\bmarkdown\s*=/.test(source)) continue;
      const inside = source
        .slice(opening[0].length)
        .replace(/<(pre|code|script|style)\b[\s\S]*?<\/\1>/gi, '')
        .replace(/<!--[\s\S]*?-->/g, '');
      if (!MARKDOWN.test(inside)) continue;
      const name = opening[1]?.toLowerCase() ?? '';
      yield {
        place: { offset: start },
        message: {
          en: `kramdown shows the Markdown in this <${name}> as it stands. Write <${name} markdown="1">.`,
          ko: `kramdown은 이 <${name}> 안의 마크다운을 변환하지 않고 그대로 보여 줍니다. <${name} markdown="1">로 쓰세요.`,
        },
      };
    }
  },
});
