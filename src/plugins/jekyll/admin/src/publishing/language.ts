import type { BilingualText } from '../../../contracts/publishing';

/** The text in a language of the panel; English where it is neither Korean nor English. */
export const inLanguage = (text: BilingualText, language: string): string =>
  language.startsWith('ko') ? text.ko : text.en;

/** The panel's language where no React context tells: the place in which Strapi keeps it. */
export const storedLanguage = (): string =>
  localStorage.getItem('strapi-admin-language') ?? document.documentElement.lang;

/** A refusal of the plugin with its message in a language of the panel; other errors as they are. */
export function refusalInLanguage(error: unknown, language: string): unknown {
  const { details } = (error ?? {}) as { details?: { messages?: Partial<BilingualText> } };
  const { en, ko } = details?.messages ?? {};
  if (typeof en !== 'string' || typeof ko !== 'string') return error;
  return { ...(error as object), message: literally(inLanguage({ en, ko }, language)) };
}

/** A text as a message for the panel's formatter, to which braces and angle brackets mean something. */
const literally = (text: string): string =>
  text.replaceAll("'", "''").replace(/[{}<>]+/g, (special) => `'${special}'`);
