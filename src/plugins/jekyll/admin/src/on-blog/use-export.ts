import { isFetchError, useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { inLanguage } from '../publishing/language';
import type { PostVersion } from '../publishing/preview';
import { useText } from '../publishing/use-text';
import { useTellJekyllExportedMutation } from './api';
import { blogHasChanged } from './list-states';
import type { Outcome } from './outcome';
import { ExportStopped, runExport } from './run-export';

/** Long enough to read why a file was left alone, in milliseconds. */
const TIMEOUT = 12_000;
const SHOWN = 3;

interface ExportOptions {
  /**
   * Loads the entries anew: the export may have taken changes of the blog back into them. Not while a
   * form holds something unsaved, which would be lost.
   */
  readonly reload?: boolean;
}

interface Export {
  readonly isRunning: boolean;
  /** Exports, and tells what came of it. */
  start(versions: readonly PostVersion[], options?: ExportOptions): Promise<void>;
}

/** Exports chosen versions of posts from one of Strapi's own views. */
export function useExport(): Export {
  const text = useText();
  const { locale: language } = useIntl();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [tellExported] = useTellJekyllExportedMutation();
  const [isRunning, setRunning] = React.useState(false);

  const told = (outcome: Outcome): string => {
    const { kind, written, left, commit, problems } = outcome;
    const lead = text(`blog.exported.${kind}`, { written, left });
    const reasons = problems.slice(0, SHOWN).map(({ message }) => inLanguage(message, language));
    const made =
      commit === null ? [] : [text('blog.exported.commit', { commit: commit.slice(0, 8) })];
    return [lead, ...made, ...reasons].join('\n');
  };
  const failed = (error: unknown): string => {
    if (error instanceof ExportStopped) {
      const { problem } = error.job;
      return problem ? inLanguage(problem.message, language) : text('blog.export.cancelled');
    }
    return isFetchError(error) ? formatAPIError(error) : text('blog.export.failed');
  };

  const start: Export['start'] = async (versions, { reload = true } = {}) => {
    setRunning(true);
    try {
      const outcome = await runExport(versions);
      toggleNotification({
        type: outcome.kind === 'some' ? 'warning' : outcome.kind === 'nothing' ? 'info' : 'success',
        message: told(outcome),
        timeout: TIMEOUT,
      });
    } catch (error) {
      toggleNotification({ type: 'danger', message: failed(error), timeout: TIMEOUT });
    } finally {
      setRunning(false);
      void tellExported(reload ? versions : []);
      blogHasChanged();
    }
  };
  return { isRunning, start };
}
