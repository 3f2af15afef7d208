import type { Message } from '../core/problem';

/** Why a conflict can't be settled. */
export type ResolveReason =
  | 'no-post'
  | 'no-conflict'
  | 'not-ours'
  | 'not-readable'
  | 'marked'
  | 'not-writable'
  | 'changed';

const MESSAGES: Readonly<Record<ResolveReason, (name: string) => Message>> = {
  'no-post': (name) => ({
    en: `No published or withdrawn post is called ${name}. "strapi-jekyll export --dry-run" lists the conflicts.`,
    ko: `${name}(이)라는 발행된 글이나 발행 취소된 글이 없습니다. "strapi-jekyll export --dry-run"이 충돌을 보여 줍니다.`,
  }),
  'no-conflict': (name) => ({
    en: `${name} has no conflict: an export brings both sides together by itself.`,
    ko: `${name}에는 충돌이 없습니다. 내보내면 양쪽이 저절로 합쳐집니다.`,
  }),
  'not-ours': (name) => ({
    en: `A file that the CMS does not own stands where ${name} is to go. It is not overwritten: choose another slug or date, move the file away, or take its text over with "--use blog" where the post is new.`,
    ko: `${name}을(를) 둘 자리에 CMS의 것이 아닌 파일이 있습니다. 덮어쓰지 않습니다. 다른 슬러그나 날짜를 고르거나 파일을 옮기세요. 새 글이라면 "--use blog"로 그 내용을 가져올 수 있습니다.`,
  }),
  'not-readable': (name) => ({
    en: `The chosen text of ${name} cannot be read as a post (UTF-8 with sound front matter). Mend it and try again. Nothing was changed.`,
    ko: `고른 ${name}의 내용을 글로 읽을 수 없습니다(올바른 머리말이 있는 UTF-8이어야 합니다). 고친 뒤 다시 하세요. 바꾼 것은 없습니다.`,
  }),
  marked: (name) => ({
    en: `The chosen text of ${name} still has conflict markers ("<<<<<<<" or ">>>>>>>") in it. Take them out and try again. Nothing was changed.`,
    ko: `고른 ${name}의 내용에 충돌 표시("<<<<<<<"나 ">>>>>>>")가 남아 있습니다. 지운 뒤 다시 하세요. 바꾼 것은 없습니다.`,
  }),
  changed: (name) => ({
    en: `${name} was changed since you looked at it, in the blog or in the CMS. Nothing was done: look at both sides again.`,
    ko: `${name}이(가) 확인하신 뒤에 블로그나 CMS에서 바뀌었습니다. 아무것도 하지 않았습니다. 양쪽을 다시 확인하세요.`,
  }),
  'not-writable': (name) => ({
    en: `The CMS cannot write ${name} as it is: "strapi-jekyll export --dry-run" says why.`,
    ko: `CMS가 ${name}을(를) 지금 모습으로는 쓸 수 없습니다. 이유는 "strapi-jekyll export --dry-run"에 나옵니다.`,
  }),
};

/** A conflict that can't be settled as asked. */
export class ResolveError extends Error {
  readonly messages: Message;

  constructor(
    readonly reason: ResolveReason,
    slug: string,
    locale: string,
  ) {
    const messages = MESSAGES[reason](`"${slug}" (${locale})`);
    super(messages.en);
    this.name = 'ResolveError';
    this.messages = messages;
  }
}
