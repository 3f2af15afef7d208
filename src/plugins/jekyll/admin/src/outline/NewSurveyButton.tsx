import { Button } from '@strapi/design-system';
import { BulletList } from '@strapi/icons';
import { useParams } from 'react-router-dom';
import { POST_UID } from '../publishing/content-types';
import { useText } from '../publishing/use-text';
import { useViewedLocale } from '../publishing/use-viewed-locale';
import { useNewSurvey } from './use-new-survey';

/** “New survey”, above the list of posts: the next one of the locale that the list shows. */
export const NewSurveyButton = () => {
  const text = useText();
  const { slug } = useParams<{ slug: string }>();
  const locale = useViewedLocale();
  const { allowed, starting, start } = useNewSurvey();
  if (slug !== POST_UID || !allowed || !locale) return null;
  return (
    <Button
      type="button"
      variant="secondary"
      size="S"
      startIcon={<BulletList />}
      loading={starting}
      onClick={() => void start({ locale })}
    >
      {text('survey.new')}
    </Button>
  );
};
