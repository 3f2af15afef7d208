import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  BilingualText,
  NamedDocument,
  PublishingProblem,
  PublishingRefusal,
  UsingDocument,
} from '../../../contracts/publishing';
import { quoted, quotedList } from './problems';

/**
 * The text for whoever acts: in the language that an administrator chose in the profile; in both
 * when none was chosen there; in English for everyone else (command line, API).
 */
export function inEditorsLanguage(strapi: Core.Strapi, messages: BilingualText): string {
  const state = strapi.requestContext.get()?.state as
    | { userAbility?: unknown; user?: { preferedLanguage?: unknown } }
    | undefined;
  if (!state?.userAbility) return messages.en;
  const language = state.user?.preferedLanguage;
  if (typeof language !== 'string' || language === '') return `${messages.ko}\n${messages.en}`;
  return language.startsWith('ko') ? messages.ko : messages.en;
}

const applicationError = (strapi: Core.Strapi, details: PublishingRefusal) =>
  new errors.ApplicationError(inEditorsLanguage(strapi, details.messages), details);

const lines = (lead: BilingualText, problems: readonly PublishingProblem[]): BilingualText => ({
  en: [lead.en, ...problems.map(({ message }) => message.en)].join('\n'),
  ko: [lead.ko, ...problems.map(({ message }) => message.ko)].join('\n'),
});

/** 400: the post would lose something, or shows an item twice. */
export const postIncomplete = (strapi: Core.Strapi, problems: readonly PublishingProblem[]) =>
  applicationError(strapi, {
    code: 'POST_INCOMPLETE',
    problems,
    messages: lines(
      { en: 'The post was not published.', ko: '글을 발행하지 않았습니다.' },
      problems,
    ),
  });

/** 400: the item would lose a citation. */
export const itemIncomplete = (strapi: Core.Strapi, problems: readonly PublishingProblem[]) =>
  applicationError(strapi, {
    code: 'ITEM_INCOMPLETE',
    problems,
    messages: lines(
      { en: 'The item was not published.', ko: '항목을 발행하지 않았습니다.' },
      problems,
    ),
  });

/**
 * 403: these items would go along, and the editor may not publish them. A PolicyError, because
 * Strapi answers any other ForbiddenError with a bare 403, and the names would be lost.
 */
export function itemsForbidden(strapi: Core.Strapi, items: readonly NamedDocument[]) {
  const names = quotedList(items);
  const details: PublishingRefusal = {
    code: 'ITEM_PUBLISH_FORBIDDEN',
    items,
    messages: {
      en: `The post was not published: you may not publish the items it needs: ${names.en}.`,
      ko: `글을 발행하지 않았습니다. 함께 발행해야 할 항목을 발행할 권한이 없습니다: ${names.ko}.`,
    },
  };
  return new errors.PolicyError(inEditorsLanguage(strapi, details.messages), details);
}

const withLocale = (documents: readonly UsingDocument[]): NamedDocument[] =>
  documents.map((document) => ({
    documentId: document.documentId,
    title: `${document.title || document.documentId} (${document.locale})`,
  }));

/** 400: posts show the item that is to be withdrawn or deleted, and nobody confirmed it. */
export function itemInUse(
  strapi: Core.Strapi,
  item: NamedDocument,
  posts: readonly UsingDocument[],
) {
  const names = quotedList(withLocale(posts));
  return applicationError(strapi, {
    code: 'ITEM_IN_USE',
    posts,
    messages: {
      en: `Posts show the item ${quoted(item)} and would lose it: ${names.en}. Confirm to go on.`,
      ko: `항목 ${quoted(item)}을(를) 보여 주는 글에서 항목이 빠지게 됩니다: ${names.ko}. 계속하려면 확인하세요.`,
    },
  });
}

/** 400: items cite the reference that is to be deleted, and nobody confirmed it. */
export function referenceInUse(
  strapi: Core.Strapi,
  reference: NamedDocument,
  items: readonly UsingDocument[],
) {
  const names = quotedList(withLocale(items));
  return applicationError(strapi, {
    code: 'REFERENCE_IN_USE',
    items,
    messages: {
      en: `Items cite the reference ${quoted(reference)} and would lose it: ${names.en}. Confirm to go on.`,
      ko: `참고문헌 ${quoted(reference)}을(를) 인용하는 항목에서 인용이 끊어지게 됩니다: ${names.ko}. 계속하려면 확인하세요.`,
    },
  });
}
