import type { Message, Problem } from '../../core/problem';

/** A text in the language of the environment: Korean where that is Korean, else English. */
export function inLanguage({ en, ko }: Message): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^ko/.test(LC_ALL || LC_MESSAGES || LANG || '') ? ko : en;
}

/** What an error says. Errors of the server may carry both languages, as a problem or as messages. */
export function wordsOf(error: unknown): string {
  const { problem, messages } = Object(error) as { problem?: Problem; messages?: Message };
  const both = problem?.message ?? messages;
  if (both) return inLanguage(both);
  return error instanceof Error ? error.message : String(error);
}
