import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ChecksRefusal } from '../../../contracts/checks';
import type { Message, Problem } from '../../../core/problem';
import { inEditorsLanguage } from '../publishing/refusal';

const lines = (lead: Message, problems: readonly Problem[]): Message => ({
  en: [lead.en, ...problems.map(({ message }) => message.en)].join('\n'),
  ko: [lead.ko, ...problems.map(({ message }) => message.ko)].join('\n'),
});

/** 400: the checks find errors in the post. */
export function checksFailed(strapi: Core.Strapi, problems: readonly Problem[]) {
  const details: ChecksRefusal = {
    code: 'CHECKS_FAILED',
    problems,
    messages: lines(
      {
        en: 'The post was not published: the checks found errors.',
        ko: '점검에서 오류가 나와 글을 발행하지 않았습니다.',
      },
      problems,
    ),
  };
  return new errors.ApplicationError(inEditorsLanguage(strapi, details.messages), details);
}

/** 403: somebody without the right wants to publish all the same. */
export function checksForbidden(strapi: Core.Strapi, problems: readonly Problem[]) {
  const details: ChecksRefusal = {
    code: 'CHECKS_FAILED',
    problems,
    messages: lines(
      {
        en: 'The post was not published: you may not ignore errors of the checks.',
        ko: '글을 발행하지 않았습니다. 점검 오류를 무시할 권한이 없습니다.',
      },
      problems,
    ),
  };
  return new errors.PolicyError(inEditorsLanguage(strapi, details.messages), details);
}
