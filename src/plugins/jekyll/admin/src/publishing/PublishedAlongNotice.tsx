import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { onPublishedAlong } from './notices';
import { useText } from './use-text';

/** Long enough to read a list of titles, in milliseconds. */
const TIMEOUT = 10_000;
const SHOWN = 10;

/** Shows nothing itself: turns publications that took items along into notifications. */
export const PublishedAlongNotice = () => {
  const text = useText();
  const { toggleNotification } = useNotification();
  React.useEffect(
    () =>
      onPublishedAlong((items) => {
        const titles = items
          .slice(0, SHOWN)
          .map(({ title }) => `“${title || text('publishing.untitled')}”`);
        const more = items.length - titles.length;
        if (more > 0) titles.push(text('publishing.more', { count: more }));
        toggleNotification({
          type: 'info',
          message: text('publishing.gone-along', { titles: titles.join(', ') }),
          timeout: TIMEOUT,
        });
      }),
    [text, toggleNotification],
  );
  return null;
};
