import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { BulletList } from '@strapi/icons';
import { POST_UID } from '../publishing/content-types';
import { useText } from '../publishing/use-text';
import { useNewSurvey } from './use-new-survey';

/** “New survey from this one”, in the menu of a survey. */
export const NewSurveyAction: DocumentActionComponent = ({ model, documentId, document }) => {
  const text = useText();
  const { allowed, starting, start } = useNewSurvey();
  const sections: unknown = document?.['sections'];
  const isSurvey = model === POST_UID && Array.isArray(sections) && sections.length > 0;
  const locale = document?.locale;
  if (!isSurvey || !documentId || typeof locale !== 'string' || !allowed) return null;
  return {
    label: text('survey.from-this'),
    icon: <BulletList />,
    position: 'header',
    disabled: starting,
    onClick: () => start({ locale, from: documentId }),
  };
};
NewSurveyAction.position = 'header';
