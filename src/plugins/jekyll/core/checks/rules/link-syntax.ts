import type { Message } from '../../problem';
import type { Body } from '../body';
import { rule } from '../types';

/** `[text] (address)`: the blank parts them. */
const APART =
  /(!?)\[([^[\]\n]*\p{L}[^[\]\n]*)\][ \t]+\(((?:https?:\/\/|\/)[^\s()]+|[^\s()]+\.(?:png|jpe?g|gif|svg|webp|html?|md))\)/gu;
/** `[text][name]`, not behind a word, as `list[i][j]` is. */
const NAMED = /(?<![\w\]\\)}`])(!?)\[([^[\]\n]*)\]\[([^[\]^\n]*)\](?![({+*?])/g;
const WHOLE = /^(!?)\[([^[\]]*)\]\[([^[\]]*)\]$/;
/** Of a regular expression. */
const CHARACTERS = /a-z|A-Z|0-9|\\[dsw]/;
const DEFINED = /^ {0,3}\[(?!\^)([^\]\n]+)\]:/gm;
/** `![…](a.png =300x200)`, as other kinds of Markdown have it. */
const SIZE = /[ \t]=\d*x?\d*$/;
const NO_SCHEME = /^(?:www\.[\w-]+\.|https?\/\/|https?:\/(?!\/)|https?:(?!\/))/i;

/** Links and images that kramdown shows as text, and addresses that lead below the page itself. */
export const linkSyntax = rule({
  id: 'link-syntax',
  severity: 'warning',
  *check({ post: { body } }) {
    for (const { href, offset } of [...body.links.links, ...body.links.images]) {
      const size = SIZE.exec(href)?.[0];
      if (size !== undefined) yield { place: { offset }, message: sized(size.trim()) };
      if (!NO_SCHEME.test(href)) continue;
      yield {
        place: { offset },
        message: {
          en: `The address "${href}" has no "https://" before it, so it leads to a page below this one. Put it there.`,
          ko: `주소 "${href}"이(가) "https://"로 시작하지 않아 이 글 아래의 주소로 이어집니다. 앞에 붙이세요.`,
        },
      };
    }
    if (!body.prose.includes(']')) return;
    const names = new Set(
      [...body.markdown.matchAll(DEFINED)].map(([, name = '']) => nameOf(name)),
    );
    for (const { 0: source, 1: bang, 2: text = '', 3: target, index } of body.prose.matchAll(
      APART,
    )) {
      if (names.has(nameOf(text)) || body.text[index - 1] === '\\') continue;
      yield { place: { offset: index }, message: apart(source, `${bang}[${text}](${target})`) };
    }
    yield* undefinedNames(body, names);
  },
});

function* undefinedNames(body: Body, names: ReadonlySet<string>) {
  for (const { 0: blanked, index } of body.prose.matchAll(NAMED)) {
    // A name may hold code, which running text lacks.
    const source = body.markdown.slice(index, index + blanked.length);
    const [, bang, text = '', id = ''] = WHOLE.exec(source) ?? [];
    const name = id.trim() === '' ? text : id;
    // Brackets in a row are no link in a post that names none; those with letters in them may be.
    const isMeant = bang === '!' || names.size > 0 || (id === '' && /\p{L}{2}/u.test(text));
    if (CHARACTERS.test(source)) continue;
    if (!isMeant || !/\p{L}/u.test(name) || names.has(nameOf(name))) continue;
    yield {
      place: { offset: index },
      message: {
        en: `Nothing defines [${name}], so the page shows "${source}" as it stands. Add a line "[${name}]: address".`,
        ko: `[${name}]의 정의가 없어 페이지에 "${source}"이(가) 그대로 나옵니다. "[${name}]: 주소" 줄을 넣으세요.`,
      },
    };
  }
}

const sized = (size: string): Message => ({
  en: `kramdown takes "${size}" for a part of the address, so the image is missing. Write {: width="…" height="…" } right behind it.`,
  ko: `kramdown이 "${size}"을(를) 주소의 일부로 보아 이미지가 나오지 않습니다. 이미지 바로 뒤에 {: width="…" height="…" }로 쓰세요.`,
});

const apart = (source: string, wanted: string): Message => ({
  en: `With a blank between its brackets "${source}" is no link. Write ${wanted}.`,
  ko: `괄호 사이에 빈칸이 있어 "${source}"이(가) 링크가 되지 않습니다. ${wanted}로 쓰세요.`,
});

const nameOf = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
