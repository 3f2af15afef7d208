import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { FoundItem } from '../../../contracts/outline';
import { useText } from '../publishing/use-text';
import type { ItemSearch } from './use-item-search';

interface FoundItemsProps {
  readonly search: ItemSearch;
  readonly disabled: boolean;
  onAdd(item: FoundItem): void;
}

/** Items that could be added: those that no post shows first. */
export const FoundItems = ({ search, disabled, onAdd }: FoundItemsProps) => {
  const text = useText();
  const { state, items } = search;
  if (items.length === 0) {
    if (state === 'waiting') return null;
    return (
      <Typography
        tag="p"
        variant="pi"
        paddingTop={3}
        textColor={state === 'failed' ? 'danger600' : 'neutral600'}
      >
        {text(state === 'failed' ? 'outline.search-failed' : 'outline.nothing-found')}
      </Typography>
    );
  }
  return (
    <Box
      tag="ul"
      aria-label={text('outline.existing')}
      maxHeight="24rem"
      overflow="auto"
      paddingTop={2}
      // A region that scrolls can be reached by keyboard.
      tabIndex={0}
    >
      {items.map((item) => {
        const title = item.title || text('publishing.untitled');
        return (
          <Flex tag="li" key={item.documentId} gap={2} paddingTop={1} paddingBottom={1}>
            <Box flex="1" minWidth={0}>
              <Typography tag="span" style={{ overflowWrap: 'anywhere' }}>
                {title}
              </Typography>{' '}
              <Typography tag="span" variant="pi" textColor="neutral600">
                {[item.topic, item.used ? text('outline.used') : text('outline.unused')]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </Box>
            <Button
              type="button"
              size="S"
              variant="tertiary"
              disabled={disabled}
              aria-label={text('outline.add-item', { title })}
              onClick={() => onAdd(item)}
            >
              {text('outline.add-one')}
            </Button>
          </Flex>
        );
      })}
    </Box>
  );
};
