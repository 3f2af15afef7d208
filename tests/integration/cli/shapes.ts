import { z } from 'zod';

/** Counts are whole and never negative. */
const count = z.int().nonnegative();

const problem = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  severity: z.enum(['error', 'warning']),
  message: z.strictObject({ en: z.string().min(1), ko: z.string().regex(/[가-힣]/) }),
  field: z.string().min(1).optional(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
});

/** A path relative to the blog. */
const blogPath = z.string().regex(/^[^/\\][^\\]*$/);

/** What `import --json` prints. */
export const importShape = z.strictObject({
  posts: z.array(
    z.strictObject({
      file: blogPath,
      slug: z.string().nullable(),
      locale: z.string().nullable(),
      kind: z.enum(['survey', 'plain']).nullable(),
      action: z.enum(['created', 'updated', 'same', 'failed']),
      sections: count,
      items: count,
      citations: count,
      problems: z.array(problem),
    }),
  ),
  totals: z.strictObject({
    posts: count,
    created: count,
    updated: count,
    same: count,
    failed: count,
    items: count,
    citations: count,
    media: count,
  }),
});

/** What `export --json` prints. */
export const exportShape = z.strictObject({
  files: z.array(
    z.strictObject({
      path: blogPath,
      slug: z.string().nullable(),
      locale: z.string().nullable(),
      action: z.enum(['add', 'change', 'rename', 'delete', 'same', 'conflict', 'refused']),
      from: blogPath.optional(),
      problems: z.array(problem),
      diff: z.string().optional(),
      merged: z.literal(true).optional(),
      pulled: z.literal(true).optional(),
      conflict: z
        .strictObject({
          base: z.string().nullable(),
          blog: z.string().nullable(),
          cms: z.string().nullable(),
          diff: z.string(),
          marked: z.string().nullable(),
        })
        .optional(),
    }),
  ),
  totals: z.strictObject({
    add: count,
    change: count,
    rename: count,
    delete: count,
    same: count,
    conflict: count,
    refused: count,
  }),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .nullable(),
  push: z
    .strictObject({
      status: z.enum(['pushed', 'nothing-to-push', 'rejected', 'conflict', 'unreachable']),
      branch: z.string().min(1),
      pullRequest: z.url().optional(),
      problem: problem.optional(),
    })
    .nullable(),
  problems: z.array(problem),
});
