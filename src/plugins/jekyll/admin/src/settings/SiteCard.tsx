import { Box, Grid, Typography } from '@strapi/design-system';
import type { SiteFacts } from '../../../contracts/settings';
import { type TextKey, useText } from '../publishing/use-text';
import { Card } from './Card';
import { TextField } from './fields';

interface SiteCardProps {
  readonly site: SiteFacts;
  readonly timezone: string;
  readonly error: string | undefined;
  readonly onTimezone: (zone: string) => void;
}

/** The site: what the configuration decides, to read, and the zone of new posts. */
export const SiteCard = ({ site, timezone, error, onTimezone }: SiteCardProps) => {
  const text = useText();
  const { git } = site;
  const facts: readonly (readonly [TextKey, string])[] = [
    ['settings.blogDir', useBlogName(site)],
    [
      'settings.git',
      git.enabled
        ? text('settings.git.on', {
            remote: git.remote ?? text('settings.git.own-remote'),
            branch: git.branch ?? text('settings.git.own-branch'),
          })
        : text('settings.git.off'),
    ],
    ['settings.postsFolder', site.postsFolder],
    ['settings.mediaFolder', site.mediaFolder],
    ['settings.locales', site.locales.join(', ')],
    ['settings.jekyll', text(`settings.jekyll.${site.jekyll}`)],
  ];
  return (
    <Card title={text('settings.site')} help={text('settings.site.help')}>
      <Grid.Root gap={4} tag="dl">
        {facts.map(([key, value]) => (
          <Grid.Item key={key} col={6} s={12} direction="column" alignItems="stretch">
            <Typography tag="dt" variant="sigma" textColor="neutral600">
              {text(key)}
            </Typography>
            <Typography tag="dd" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Typography>
          </Grid.Item>
        ))}
      </Grid.Root>
      <Box maxWidth="42rem">
        <TextField
          name="timezone"
          label={text('settings.timezone')}
          hint={text('settings.timezone.help', { zone: site.zone })}
          error={error}
          value={timezone}
          onChange={onTimezone}
        />
      </Box>
    </Card>
  );
};

function useBlogName({ blogDir, blogState }: SiteFacts): string {
  const text = useText();
  if (blogDir === null) return text('settings.blog.none');
  return blogState === 'found' ? blogDir : text('settings.blog.not-found', { dir: blogDir });
}
