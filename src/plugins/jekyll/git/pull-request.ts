import type { Problem } from '../core/problem';
import { tokenOf } from './environment';
import { pullRequestFailed } from './problems';
import { redactor } from './redact';
import { readRemote } from './remote-address';
import type { GitSettings } from './settings';

export interface PullRequestProposal {
  /** Address of the remote. */
  readonly remote: string;
  readonly branch: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

export interface PullRequestResult {
  /** The pull request, or the page that opens one; null where the host is none that is known. */
  readonly url: string | null;
  readonly opened: boolean;
  readonly problem?: Problem;
}

interface Host {
  readonly kind: 'github' | 'gitlab' | 'other';
  readonly name: string;
  /** `owner/repository`, on GitLab with all its groups. */
  readonly project: string;
}

const TIMEOUT = 20_000;

/**
 * Opens a pull request through GitHub's API, or finds the one that is open for the branch. Without a
 * token, without the wish to, on another host, or where the API fails, it says where to open one.
 */
export async function openPullRequest(
  settings: GitSettings,
  proposal: PullRequestProposal,
  signal?: AbortSignal,
): Promise<PullRequestResult> {
  const host = hostOf(proposal.remote, settings);
  const address = host && compareAddress(host, proposal);
  const token = tokenOf(settings.pullRequest.tokenVariable ?? settings.tokenVariable);
  const wanted = settings.pullRequest.create === 'open' && host?.kind === 'github';
  if (!wanted || token === undefined) return { url: address, opened: false };
  try {
    return { url: await requestOpening(settings, host, token, proposal, signal), opened: true };
  } catch (error) {
    const words = redactor([token])(error instanceof Error ? error.message : String(error));
    return { url: address, opened: false, problem: pullRequestFailed(words) };
  }
}

async function requestOpening(
  settings: GitSettings,
  host: Host,
  token: string,
  { branch, base, title, body }: PullRequestProposal,
  signal?: AbortSignal,
): Promise<string> {
  // Loaded where it is needed: no start of the CMS waits for it.
  const { Octokit } = await import('@octokit/rest');
  const quiet = () => undefined;
  const octokit = new Octokit({
    auth: token,
    baseUrl: (settings.pullRequest.apiUrl ?? apiOf(host.name)).replace(/\/+$/, ''),
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  const time = AbortSignal.timeout(TIMEOUT);
  const request = { signal: signal ? AbortSignal.any([signal, time]) : time };
  const [owner = '', repo = ''] = host.project.split('/');
  const head = `${owner}:${branch}`;
  const open = await octokit.rest.pulls.list({ owner, repo, head, base, state: 'open', request });
  const [existing] = open.data;
  if (existing) return webAddress(existing.html_url);
  const { draft } = settings.pullRequest;
  const proposal = { owner, repo, head: branch, base, title, body, draft, request };
  return webAddress((await octokit.rest.pulls.create(proposal)).data.html_url);
}

/** An address of the answer is shown as a link: nothing but a page may stand there. */
function webAddress(address: string): string {
  if (!/^https?:\/\/[^\s]+$/.test(address)) throw new Error('The answer holds no address.');
  return address;
}

const apiOf = (host: string): string =>
  host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`;

function hostOf(remote: string, { pullRequest }: GitSettings): Host | null {
  const address = readRemote(remote);
  if (address?.kind !== 'https' && address?.kind !== 'ssh') return null;
  const project = address.path.replace(/\/+$/, '').replace(/\.git$/, '');
  const name = address.host.toLowerCase().replace(/^ssh\.github\.com$/, 'github.com');
  const github = /(?:^|[.-])github[.-]/.test(name) || pullRequest.apiUrl !== null;
  const kind = /(?:^|[.-])gitlab[.-]/.test(name) ? 'gitlab' : github ? 'github' : 'other';
  return { kind, name, project };
}

function compareAddress(host: Host, { branch, base }: PullRequestProposal): string | null {
  const part = (text: string) => text.split('/').map(encodeURIComponent).join('/');
  const project = `https://${host.name}/${part(host.project)}`;
  if (host.kind === 'github') {
    return `${project}/compare/${part(base)}...${part(branch)}?expand=1`;
  }
  if (host.kind === 'other') return null;
  const query = new URLSearchParams({
    'merge_request[source_branch]': branch,
    'merge_request[target_branch]': base,
  });
  return `${project}/-/merge_requests/new?${query.toString()}`;
}
