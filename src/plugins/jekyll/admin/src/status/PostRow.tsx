import { Box, Checkbox, Flex, Link, Td, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { PostVersion } from '../../../contracts/service';
import type { StatusCell, StatusRow } from '../../../contracts/status';
import { editPath, POST_UID } from '../publishing/content-types';
import { inLanguage } from '../publishing/language';
import { useText } from '../publishing/use-text';
import { StateBadge } from './StateBadge';

interface PostRowProps {
  readonly post: StatusRow;
  readonly locales: readonly string[];
  readonly choice: {
    isIn(version: PostVersion): boolean;
    toggle(versions: readonly PostVersion[], isIn: boolean): void;
  } | null;
}

/** A post with a cell per locale, each leading to its entry. */
export const PostRow = ({ post, locales, choice }: PostRowProps) => {
  const text = useText();
  const { documentId, versions } = post;
  const open = versions
    .filter(({ mayExport }) => mayExport)
    .map(({ locale }) => ({ documentId, locale }));
  const areIn = open.filter((version) => choice?.isIn(version)).length;
  const title = post.title || post.slug || text('publishing.untitled');
  return (
    <Tr>
      {choice && (
        <Td>
          <Checkbox
            aria-label={text('status.choose', { title })}
            disabled={open.length === 0}
            checked={areIn > 0 && areIn < open.length ? 'indeterminate' : areIn > 0}
            onCheckedChange={() => choice.toggle(open, areIn < open.length)}
          />
        </Td>
      )}
      <Td>
        <Box maxWidth="48rem">
          <Typography tag="p" textColor="neutral800" ellipsis>
            {title}
          </Typography>
          {post.title && post.slug && (
            <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
              {post.slug}
            </Typography>
          )}
        </Box>
      </Td>
      {locales.map((locale) => (
        <Td key={locale}>
          <Cell
            documentId={documentId}
            // A post that was deleted has no entry to lead to.
            isGone={post.title === null && versions.every(({ state }) => state === 'to-remove')}
            cell={versions.find((version) => version.locale === locale)}
          />
        </Td>
      ))}
    </Tr>
  );
};

interface CellProps {
  readonly documentId: string;
  readonly isGone: boolean;
  readonly cell: StatusCell | undefined;
}

const Cell = ({ documentId, isGone, cell }: CellProps) => {
  const text = useText();
  const { locale: language } = useIntl();
  if (!cell) return <Typography textColor="neutral600">–</Typography>;
  const { locale, state, modified, behind, problems } = cell;
  const badge = <StateBadge state={state} />;
  const why = problems.find(({ severity }) => severity === 'error');
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {isGone ? (
        badge
      ) : (
        <Link tag={RouterLink} to={editPath(POST_UID, documentId, locale)}>
          {badge}
        </Link>
      )}
      {modified && (
        <Typography variant="pi" textColor="neutral600">
          {text('status.state.modified')}
        </Typography>
      )}
      {behind && (
        <Typography variant="pi" textColor="warning700">
          {text('status.state.behind')}
        </Typography>
      )}
      {why && (
        <Box maxWidth="32rem">
          <Typography variant="pi" textColor="warning700" style={{ whiteSpace: 'normal' }}>
            {inLanguage(why.message, language)}
          </Typography>
        </Box>
      )}
    </Flex>
  );
};
