import { z } from 'zod';
import { remoteProblem } from './remote-address';

/** Characters that no name, address or ref may hold: they would break lines of output or of a file. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x1f\x7f]/;

const line = z
  .string()
  .min(1)
  .refine((text) => !CONTROL.test(text), 'expected one line without control characters');

const variable = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'expected the name of an environment variable, not its value');

const identity = z.strictObject({
  name: line.refine((name) => !/[<>]/.test(name), 'must not hold < or >'),
  email: line.refine((email) => !/[<>\s]/.test(email), 'must not hold <, > or blanks'),
});

const apiUrl = z.string().refine((address) => {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.username || url.password) return false;
  const own = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && own);
}, 'expected an https address without a user or password');

/** What the owner of a blog decides about its repository; the `git` key of the configuration. */
export const gitSettingsSchema = z
  .strictObject({
    /** Whether an export makes commits. */
    enabled: z.boolean().default(false),
    /**
     * Where to fetch from and push to: an https or ssh address, or the name of a remote of the
     * checkout. null: the upstream of the branch, else `origin`, else nowhere.
     */
    remote: z.string().nullable().default(null),
    /** Branch that the blog is published from. null: the one that is checked out. */
    branch: line
      .refine((name) => !/^-|\s|^HEAD$/.test(name), 'expected the name of a branch')
      .nullable()
      .default(null),
    /** Author of the commits: who published in the admin, or always the same one. */
    author: z.union([z.literal('editor'), identity]).default('editor'),
    /** Committer of the commits, and author of those that nobody in particular caused. */
    committer: identity.default({ name: 'Jekyll CMS', email: 'jekyll-cms@localhost' }),
    /** `manual`: when asked to; `auto`: after each commit. */
    push: z.enum(['never', 'manual', 'auto']).default('never'),
    /** Where commits go: onto the branch itself, or onto one of their own for a pull request. */
    mode: z.enum(['direct', 'branch-per-run', 'branch-per-post']).default('direct'),
    /** Start of the names of such branches. */
    branchPrefix: line
      .refine((prefix) => !/^-|\s/.test(prefix), 'expected the start of a branch name')
      .default('jekyll-cms/'),
    /** Adds `Signed-off-by:` with the author. */
    signoff: z.boolean().default(false),
    /** Message of a commit, with {summary}, {posts}, {count}, {actions} and {paths} in it. */
    messageTemplate: z.string().min(1).nullable().default(null),
    /** Language of messages and pull requests. */
    language: z.enum(['ko', 'en']).default('ko'),
    /** Allows remotes that are folders of this machine (paths and `file://`). */
    allowLocalRemotes: z.boolean().default(false),
    /** Environment variable that holds the token for an https remote. */
    tokenVariable: variable.default('JEKYLL_GIT_TOKEN'),
    /** User name that goes with the token. */
    username: line.default('x-access-token'),
    /** Seconds after which a fetch or push that does not end counts as unreachable. */
    timeout: z.number().int().min(1).max(3600).default(120),
    pullRequest: z
      .strictObject({
        /** `address`: says where to open one; `open`: opens it where there is a token. */
        create: z.enum(['address', 'open']).default('address'),
        /** Environment variable of the token for GitHub's API. null: that of the remote. */
        tokenVariable: variable.nullable().default(null),
        /** Address of GitHub's REST API. null: that of the remote's host. */
        apiUrl: apiUrl.nullable().default(null),
        draft: z.boolean().default(false),
      })
      .prefault({}),
  })
  .superRefine((settings, context) => {
    if (settings.remote === null) return;
    const problem = remoteProblem(settings.remote, settings.allowLocalRemotes);
    if (problem) {
      context.addIssue({ code: 'custom', path: ['remote'], message: problem.message.en });
    }
  });

export type GitSettings = z.infer<typeof gitSettingsSchema>;

/** Name and address of somebody in a commit. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}
