import { useForm } from '@strapi/strapi/admin';
import { Typography } from '@strapi/design-system';
import { PanelSection } from '../on-blog/PanelSection';
import { useText } from '../publishing/use-text';
import { FindingList } from './FindingList';
import { useChecks } from './use-checks';

interface ChecksSectionProps {
  /** null for a post that was never saved. */
  readonly documentId: string | null;
  readonly locale: string;
}

/** “Checks”, beside the draft of a post: what they find in what the form holds now. */
export const ChecksSection = ({ documentId, locale }: ChecksSectionProps) => {
  const text = useText();
  const values = useForm('ChecksSection', (state) => state.values as Record<string, unknown>);
  const checks = useChecks({ documentId, locale, values });
  if (checks.state === 'silent') return null;
  return (
    <PanelSection title={text('checks.title')}>
      {checks.state === 'done' ? (
        <FindingList problems={checks.data.problems} />
      ) : (
        <Typography variant="pi" textColor={checks.state === 'failed' ? 'danger600' : 'neutral600'}>
          {text(checks.state === 'failed' ? 'checks.failed' : 'checks.waiting')}
        </Typography>
      )}
    </PanelSection>
  );
};
