import { Badge } from '@strapi/design-system';
import type { BlogState } from '../../../contracts/status';
import { useText } from '../publishing/use-text';
import { FILTER_TEXT, STATE_COLOUR } from './state-texts';

/** How a version stands to the blog. */
export const StateBadge = ({ state }: { readonly state: BlogState }) => {
  const text = useText();
  const colour = STATE_COLOUR[state];
  return (
    <Badge
      backgroundColor={colour === 'neutral' ? 'neutral150' : `${colour}100`}
      textColor={colour === 'neutral' ? 'neutral700' : `${colour}700`}
    >
      {text(FILTER_TEXT[state])}
    </Badge>
  );
};
