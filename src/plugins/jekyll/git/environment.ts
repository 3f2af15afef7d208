import path from 'node:path';
import { readRemote } from './remote-address';
import type { GitSettings } from './settings';

/** Variables of Git that an owner sets on purpose; others could turn our commands to another repository. */
const KEPT = /^GIT_(?:CONFIG_(?!PARAMETERS$)|SSL_|SSH|HTTP_|PROXY_|EXEC_PATH$|ASKPASS$)/;

/** Value of the variable that the settings name; undefined where it is unset or no single line. */
export function tokenOf(variable: string): string | undefined {
  const token = process.env[variable]?.trim();
  // eslint-disable-next-line no-control-regex
  return token && !/[\0-\x1f\x7f]/.test(token) ? token : undefined;
}

/** Environment of every command: the owner's, without what would redirect, translate or ask. */
export function gitEnvironment(settings: GitSettings): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => (!name.startsWith('GIT_') || KEPT.test(name)) && name !== 'SSH_ASKPASS',
  );
  return {
    ...Object.fromEntries(entries),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GCM_INTERACTIVE: 'never',
    SSH_ASKPASS_REQUIRE: 'never',
    GIT_PAGER: 'cat',
    GIT_EDITOR: 'true',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_ALLOW_PROTOCOL: settings.allowLocalRemotes ? 'https:ssh:file' : 'https:ssh',
  };
}

/** The owner's ssh command, told to fail where it would ask, and to give up on a silent host. */
export function sshCommand(configured: string): NodeJS.ProcessEnv {
  if (process.env.GIT_SSH && !process.env.GIT_SSH_COMMAND && !configured) return {};
  const command = process.env.GIT_SSH_COMMAND || configured || 'ssh';
  const program = path.basename(command.trim().split(/\s/)[0] ?? '').replace(/\.exe$/i, '');
  const options = program === 'ssh' ? ' -oBatchMode=yes -oConnectTimeout=20' : '';
  return { GIT_SSH_COMMAND: `${command}${options}` };
}

/** Configuration of every command. Hooks, signing and watchers are for people at a terminal. */
export const GIT_CONFIG: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.quotePath=false',
  'core.protectHFS=true',
  'core.protectNTFS=true',
  'core.safecrlf=false',
  'commit.gpgSign=false',
  'i18n.commitEncoding=UTF-8',
  'i18n.logOutputEncoding=UTF-8',
  'submodule.recurse=false',
  'push.followTags=false',
  'push.gpgSign=false',
].flatMap((entry) => ['-c', entry]);

/** Configuration of commands that talk to a remote: bounded time, no surprise. */
const NETWORK = ['-c', 'http.lowSpeedLimit=1000', '-c', 'http.lowSpeedTime=30'];

/**
 * Lends the token to one host through a credential helper of one command. The arguments hold the
 * variable's name only; other helpers are left out, so that none of them keeps the token.
 *
 * @param url the remote; only an https one needs a token
 */
export function networkConfig(settings: GitSettings, url: string): readonly string[] {
  const address = readRemote(url);
  if (address?.kind !== 'https' || tokenOf(settings.tokenVariable) === undefined) return NETWORK;
  const user = settings.username.replace(/[^\w.+@-]/g, '');
  const helper = `!f() { test "$1" = get && printf "username=%s\\npassword=%s\\n" "${user}" "$${settings.tokenVariable}"; }; f`;
  return [
    ...NETWORK,
    ...['-c', 'credential.helper=', '-c', 'core.askPass='],
    ...['-c', `credential.https://${address.host}.helper=${helper}`],
  ];
}
