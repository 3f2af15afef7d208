/** Everything the plugin does with the `git` program. Knows core and contracts; no Strapi. */
export { branchName } from './branch-name';
export type { BranchCommit } from './branches';
export { type CloneOptions, ensureClone } from './clone';
export type { CommitMeta } from './commit-object';
export { GitError } from './error';
export type { IntegrateResult } from './integrate';
export { commitMessage, type NamedFile } from './message';
export { openPullRequest, type PullRequestProposal, type PullRequestResult } from './pull-request';
export type { PushOptions } from './push';
export { openRepository, type Repository, type RepositoryOptions } from './repository';
export { type GitSettings, gitSettingsSchema, type Identity } from './settings';
export type { CommittedFile, CommittedFiles } from './tree';
