import { z } from 'zod';

/** A program and its arguments, one by one: it is run without a shell. */
const command = z.array(z.string().min(1)).min(1).max(20);

export const previewSettingsSchema = z.strictObject({
  /**
   * Style of the instant preview: `site` makes it look like the built site (`_site`) in the checkout
   * where that holds a post; `own` always takes the plugin's.
   */
  styles: z.enum(['site', 'own']).default('site'),
  /** Minutes for which a signed address is good at least. */
  linkMinutes: z.number().min(1).max(60).default(10),
  /** The true preview: null where Jekyll can't run. */
  jekyll: z
    .strictObject({
      /** What runs Jekyll: `['bundle', 'exec', 'jekyll']` or `['jekyll']`. */
      command: command.default(['bundle', 'exec', 'jekyll']),
      /** Seconds after which a build is ended. */
      timeout: z.number().min(5).max(3600).default(120),
      /** Folder of the scratch copies, relative to the application. */
      folder: z.string().min(1).default('.tmp/jekyll-preview'),
    })
    .nullable()
    .default(null),
});

export type PreviewSettings = z.infer<typeof previewSettingsSchema>;
