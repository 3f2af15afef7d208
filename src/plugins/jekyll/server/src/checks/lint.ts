import type { Core } from '@strapi/strapi';
import type { BlogFacts } from '../../../core/checks';

/** markdownlint's answer, as far as it is used. */
interface Issue {
  readonly ruleNames: readonly string[];
  readonly lineNumber: number;
  readonly ruleDescription: string;
  readonly errorDetail: string | null;
  readonly errorRange: readonly number[] | null;
}

/**
 * Loads markdownlint when posts are checked, and not when Strapi starts. It is a module that only
 * `import()` loads: where a host cannot do that, its rule does not run, and the log says so.
 */
export async function loadLint(strapi: Core.Strapi): Promise<Pick<BlogFacts, 'lint'>> {
  try {
    const { lint } = await import('markdownlint/sync');
    return {
      lint: (text, config) => {
        const results = lint({ strings: { text }, config: { ...config }, frontMatter: null });
        return ((results['text'] ?? []) as Issue[]).map((issue) => ({
          name: issue.ruleNames[0] ?? '',
          line: issue.lineNumber,
          column: issue.errorRange?.[0] ?? null,
          description: issue.ruleDescription,
          detail: issue.errorDetail,
        }));
      },
    };
  } catch (error) {
    strapi.log.warn(
      `jekyll: markdownlint could not be loaded, so its rule was left out: ${String(error)}`,
    );
    return {};
  }
}
