import type { Core } from '@strapi/strapi';
import type { Conflict, ConflictHead, Resolved, ResolveBody } from '../../../contracts/conflicts';
import type { Actor } from '../../../contracts/report';
import type { BlogService, PostVersion } from '../../../contracts/service';
import { conflictVersion } from '../../../export/conflict-version';
import { choicesOf } from '../conflicts/choices';
import { findConflicts, type FoundConflict } from '../conflicts/find-conflicts';
import { asRefusal, noBlog } from '../conflicts/refusals';
import { conflictRights } from '../conflicts/rights';
import { PLUGIN_ID } from '../plugin-id';

const headOf = ({
  documentId,
  locale,
  slug,
  title,
  path,
  problems,
}: FoundConflict): ConflictHead => ({ documentId, locale, slug, title, path, problems });

/** Posts that both sides changed, for people who settle them. `userAbility` is the asker's. */
export const createConflictsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const blog = (): BlogService => strapi.plugin(PLUGIN_ID).service('blog');

  async function attempt<T>(work: (blogDir: string) => Promise<T>): Promise<T> {
    const blogDir = blog().configuredDir();
    if (blogDir === null) throw noBlog();
    try {
      return await work(blogDir);
    } catch (error) {
      throw asRefusal(error);
    }
  }

  return {
    /** Those that the asker may know of. */
    list: (userAbility: unknown): Promise<ConflictHead[]> =>
      attempt(async (blogDir) => {
        const heads: ConflictHead[] = [];
        for (const found of await findConflicts(strapi, blogDir)) {
          if ((await conflictRights(strapi, userAbility, found)).see) heads.push(headOf(found));
        }
        return heads;
      }),

    /** @returns null where there is none; `'forbidden'` where its texts are not for the asker */
    find: (version: PostVersion, userAbility: unknown): Promise<Conflict | 'forbidden' | null> =>
      attempt(async (blogDir) => {
        const rights = await conflictRights(strapi, userAbility, version);
        if (!rights.read) return 'forbidden';
        const [found] = await findConflicts(strapi, blogDir, version);
        if (!found) return null;
        return {
          ...headOf(found),
          sides: found.sides,
          version: conflictVersion(found.sides),
          choices: choicesOf(found).filter(rights.may),
        };
      }),

    /**
     * Settles a conflict as somebody decided who saw exactly these texts.
     *
     * @returns `'forbidden'` where the asker may not decide so; null where there is no such post
     */
    resolve: (
      version: PostVersion,
      { version: expected, resolution }: ResolveBody,
      { actor, userAbility }: { readonly actor: Actor; readonly userAbility: unknown },
    ): Promise<Resolved | 'forbidden' | null> =>
      attempt(async (blogDir) => {
        const rights = await conflictRights(strapi, userAbility, version);
        if (!rights.may(resolution.use)) return 'forbidden';
        const [found] = await findConflicts(strapi, blogDir, version);
        if (!found) return null;
        const { documentId, locale } = version;
        const asked = { documentId, locale, slug: found.slug, expected, resolution };
        const report = await blog().resolve({ blogDir, ...asked, actor });
        const file = report.files[0];
        return {
          path: file?.path ?? found.path,
          commit: report.commit,
          push: report.push,
          problems: [...report.problems, ...report.files.flatMap(({ problems }) => problems)],
        };
      }),
  };
};

export type ConflictsService = ReturnType<typeof createConflictsService>;
