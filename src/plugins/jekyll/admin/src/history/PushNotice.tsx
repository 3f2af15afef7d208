import { Link } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { PushReport } from '../../../contracts/report';
import { Notice } from '../page/Notice';
import { inLanguage } from '../publishing/language';
import { type TextKey, useText } from '../publishing/use-text';

const TEXT: Readonly<Record<PushReport['status'], TextKey>> = {
  pushed: 'push.pushed',
  'nothing-to-push': 'push.nothing-to-push',
  rejected: 'push.rejected',
  conflict: 'push.conflict',
  unreachable: 'push.unreachable',
};
const IS_GOOD: readonly PushReport['status'][] = ['pushed', 'nothing-to-push'];

/** Only what the remote is: a pull request may be opened elsewhere, but not run anything here. */
const isAddress = (url: string): boolean => /^https?:\/\//i.test(url);

/** What became of the commits on their way to the remote; nothing where none were to go. */
export const PushNotice = ({ push }: { readonly push: PushReport | null }) => {
  const text = useText();
  const { locale: language } = useIntl();
  if (!push) return null;
  const { status, branch, pullRequest, problem } = push;
  return (
    <Notice
      variant={IS_GOOD.includes(status) ? 'success' : 'warning'}
      title={text(TEXT[status], { branch })}
    >
      {problem && inLanguage(problem.message, language)}
      {pullRequest !== undefined && isAddress(pullRequest) && (
        <Link href={pullRequest} isExternal>
          {text('push.pull-request')}
        </Link>
      )}
    </Notice>
  );
};
