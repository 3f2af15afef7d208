import { getFetchClient, useNotification, useRBAC } from '@strapi/strapi/admin';
import * as React from 'react';
import { useNavigate } from 'react-router-dom';
import {
  type NewSurveyRequest,
  type NewSurveyResponse,
  SURVEYS_PATH,
} from '../../../contracts/surveys';
import { editPath, POST_UID } from '../publishing/content-types';
import { useText } from '../publishing/use-text';

const PERMISSIONS = ['create', 'read'].map((action) => ({
  action: `plugin::content-manager.explorer.${action}`,
  subject: POST_UID,
}));

export interface NewSurvey {
  readonly allowed: boolean;
  readonly starting: boolean;
  /** Makes the draft and leads to it. */
  start(request: NewSurveyRequest): Promise<void>;
}

/** Starting a survey from another one. */
export function useNewSurvey(): NewSurvey {
  const text = useText();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { allowedActions } = useRBAC(PERMISSIONS);
  const [starting, setStarting] = React.useState(false);
  const start = async (request: NewSurveyRequest): Promise<void> => {
    setStarting(true);
    try {
      const { data } = await getFetchClient().post<NewSurveyResponse>(SURVEYS_PATH, request);
      if (data.data) navigate(editPath(POST_UID, data.data.documentId, data.data.locale));
      else toggleNotification({ type: 'info', message: text('survey.none') });
    } catch {
      toggleNotification({ type: 'danger', message: text('survey.failed') });
    } finally {
      setStarting(false);
    }
  };
  const { canCreate = false, canRead = false } = allowedActions as Partial<
    Record<'canCreate' | 'canRead', boolean>
  >;
  return { allowed: canCreate && canRead, starting, start };
}
