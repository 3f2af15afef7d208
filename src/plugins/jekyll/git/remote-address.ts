import path from 'node:path';
import type { Problem } from '../core/problem';

/** What an address says: which transport Git will use, and the web page's host and path where there is one. */
export type RemoteAddress =
  | { readonly kind: 'https' | 'ssh'; readonly host: string; readonly path: string }
  | { readonly kind: 'local'; readonly path: string }
  | { readonly kind: 'name'; readonly name: string };

/** Why an address is none that the plugin uses, in both languages. */
type Reason = readonly [en: string, ko: string];

const WANTED: Reason = [
  'Use https://host/owner/repository.git or git@host:owner/repository.git.',
  'https://host/owner/repository.git 또는 git@host:owner/repository.git 형식을 쓰세요.',
];
const SECRET: Reason = [
  'The address holds a user or password, which would be stored and logged. Leave it out; give the token in the environment variable that git.tokenVariable names, or use a credential helper of Git.',
  '주소에 사용자나 비밀번호가 들어 있어 저장되거나 로그에 남게 됩니다. 주소에서 빼고, git.tokenVariable이 가리키는 환경 변수나 Git의 자격 증명 도우미를 쓰세요.',
];
const LOCAL: Reason = [
  'The remote is a folder of this machine. Set git.allowLocalRemotes to true if that is meant.',
  '원격이 이 컴퓨터의 폴더입니다. 의도한 것이라면 git.allowLocalRemotes를 true로 설정하세요.',
];
const ABSOLUTE: Reason = [
  'A folder as remote needs its absolute path.',
  '원격 폴더는 절대 경로로 적어야 합니다.',
];

// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x1f\x7f]/;
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])$/;
const USER = /^[A-Za-z0-9_][\w.+-]*$/;
const NAME = /^[A-Za-z0-9_][\w.-]*$/;
const SCP = /^(?:([^@/:]+)@)?(\[[^\]]*\]|[^@/:]+):(.+)$/;

/**
 * Reads an address. Only what Git itself takes for https, ssh or a path passes; helpers that run
 * programs (`ext::`), plain http, and whatever could be read as an option do not.
 */
function read(remote: string): RemoteAddress | Reason {
  if (remote === '' || CONTROL.test(remote) || remote.startsWith('-')) return WANTED;
  if (/^[\w+.-]*::/.test(remote)) return WANTED;
  if (NAME.test(remote)) return { kind: 'name', name: remote };

  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(remote)?.[1]?.toLowerCase();
  if (scheme === 'file') return { kind: 'local', path: remote.slice('file://'.length) };
  if (scheme !== undefined) return readUrl(remote, scheme);
  if (path.isAbsolute(remote) || /^[A-Za-z]:[\\/]/.test(remote)) {
    return { kind: 'local', path: remote };
  }
  const [, user, host, rest] = SCP.exec(remote) ?? [];
  if (host !== undefined && rest !== undefined) {
    const good = HOST.test(host) && !/^-|\s/.test(rest) && (user === undefined || USER.test(user));
    return good ? { kind: 'ssh', host, path: rest.replace(/^\/+/, '') } : WANTED;
  }
  return ABSOLUTE;
}

function readUrl(remote: string, scheme: string): RemoteAddress | Reason {
  if ((scheme !== 'https' && scheme !== 'ssh') || /\s/.test(remote) || !URL.canParse(remote)) {
    return WANTED;
  }
  const url = new URL(remote);
  const secret =
    scheme === 'https'
      ? /^https:\/\/[^/?#]*@/i.test(remote) || url.search !== '' || url.hash !== ''
      : url.password !== '';
  if (secret) return SECRET;
  const owner = decode(url.username);
  if (owner !== '' && !USER.test(owner)) return WANTED;
  const rest = url.pathname.replace(/^\/+/, '');
  if (!HOST.test(url.hostname) || rest === '' || rest.startsWith('-')) return WANTED;
  return { kind: scheme, host: scheme === 'https' ? url.host : url.hostname, path: rest };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ' ';
  }
}

const isReason = (result: RemoteAddress | Reason): result is Reason => Array.isArray(result);

/** What the address is; null where {@link remoteProblem} has something to say. */
export function readRemote(remote: string): RemoteAddress | null {
  const result = read(remote);
  return isReason(result) ? null : result;
}

/** Why the plugin does not use this address; null when it does. The text does not repeat the address. */
export function remoteProblem(remote: string, allowLocal: boolean): Problem | null {
  const result = read(remote);
  const reason = isReason(result) ? result : result.kind === 'local' && !allowLocal ? LOCAL : null;
  if (!reason) return null;
  return {
    code: reason === SECRET ? 'git-remote-secret' : 'git-remote-address',
    severity: 'error',
    message: {
      en: `The address of the remote cannot be used. ${reason[0]}`,
      ko: `원격 주소를 쓸 수 없습니다. ${reason[1]}`,
    },
  };
}
