import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { BilingualText } from '../../../contracts/publishing';
import type { TranslationConflict } from '../../../contracts/translations';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../content-model';
import { inEditorsLanguage } from '../publishing/refusal';
import type { TranslatedUid } from './versions';

const KINDS: Readonly<Record<TranslatedUid, BilingualText>> = {
  [POST_UID]: { en: 'the post', ko: '글' },
  [TREND_ITEM_UID]: { en: 'the item', ko: '항목' },
  [REFERENCE_UID]: { en: 'the reference', ko: '참고 문헌' },
};
const VERBS = {
  read: { en: 'read', ko: '볼' },
  create: { en: 'create', ko: '만들' },
  update: { en: 'change', ko: '고칠' },
} as const;

/**
 * 403: nothing was saved, because the editor lacks a right for one document of the tree. A
 * PolicyError, because Strapi answers any other ForbiddenError with a bare 403.
 */
export function notAllowed(
  strapi: Core.Strapi,
  action: keyof typeof VERBS,
  { uid, title, locale }: { uid: TranslatedUid; title: string; locale: string },
) {
  const name = title === '' ? '' : ` “${title}”`;
  const messages = {
    en: `Nothing was saved: you may not ${VERBS[action].en} ${KINDS[uid].en}${name} in the locale ${locale}. Ask for that permission, or somebody who has it.`,
    ko: `저장하지 않았습니다. ${locale} 로캘에서 ${KINDS[uid].ko}${name}을(를) ${VERBS[action].ko} 권한이 없습니다. 권한을 요청하거나 권한이 있는 사람에게 부탁하세요.`,
  };
  return new errors.PolicyError(inEditorsLanguage(strapi, messages), {
    code: 'TRANSLATION_FORBIDDEN',
    messages,
  });
}

/** 400: somebody saved one of the texts since the editor opened them. */
export function changedMeanwhile(strapi: Core.Strapi, paths: readonly string[]) {
  const messages = {
    en: 'Nothing was saved: somebody changed these texts since you opened them. Copy what you wrote, load the translation again, and put it in.',
    ko: '저장하지 않았습니다. 여는 동안 다른 사람이 이 글을 고쳤습니다. 쓴 내용을 복사해 두고 번역을 다시 불러온 다음 넣으세요.',
  };
  const details: TranslationConflict = { code: 'TRANSLATION_CONFLICT', messages, paths };
  return new errors.ApplicationError(inEditorsLanguage(strapi, messages), details);
}
