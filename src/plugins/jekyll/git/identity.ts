import type { GitSettings, Identity } from './settings';

/** Characters that Git takes off both ends of a name; a name of nothing else would be refused. */

const CRUD = /^[\0-\x20.,:;<>"\\']+|[\0-\x20.,:;<>"\\']+$/g;

// eslint-disable-next-line no-control-regex
const clean = (text: string): string => text.replace(/[\0-\x1f\x7f<>]+/g, ' ').trim();

/**
 * Author of a commit, in a form that Git takes: the editor where the settings say so and there is
 * one, else the service.
 */
export function authorOf(settings: GitSettings, editor: Identity | null): Identity {
  if (settings.author !== 'editor') return settings.author;
  if (editor === null) return settings.committer;
  const email = clean(editor.email).replaceAll(' ', '');
  const name = [editor.name, email.split('@', 1)[0] ?? ''].map(clean).find((text) => {
    return text.replace(CRUD, '') !== '';
  });
  return { name: name ?? settings.committer.name, email };
}
