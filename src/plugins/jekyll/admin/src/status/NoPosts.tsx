import { EmptyStateLayout, Flex, LinkButton } from '@strapi/design-system';
import { Download, Pencil } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import { IMPORT_ACTION } from '../../../contracts/rights';
import { useRights } from '../page/use-rights';
import { POST_UID } from '../publishing/content-types';
import { useText } from '../publishing/use-text';

/** A CMS without posts: what to do next. */
export const NoPosts = () => {
  const text = useText();
  const has = useRights();
  return (
    <EmptyStateLayout
      content={text('status.none')}
      action={
        <Flex gap={2} wrap="wrap" justifyContent="center">
          {has(IMPORT_ACTION) && (
            <LinkButton
              tag={RouterLink}
              to="/plugins/jekyll/import"
              variant="default"
              startIcon={<Download />}
            >
              {text('status.none.import')}
            </LinkButton>
          )}
          <LinkButton
            tag={RouterLink}
            to={`/content-manager/collection-types/${POST_UID}`}
            variant="secondary"
            startIcon={<Pencil />}
          >
            {text('status.none.write')}
          </LinkButton>
        </Flex>
      }
    />
  );
};
