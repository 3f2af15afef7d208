import { getFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import {
  PREVIEW_BUILDS_PATH,
  type PreviewBuild,
  type PreviewBuildResponse,
  type PreviewTarget,
} from '../../../contracts/preview';

const POLL = 700;
const ENDED = ['done', 'failed', 'cancelled'];

export interface Build {
  readonly build: PreviewBuild | null;
  readonly running: boolean;
  /** The server could not be asked. */
  readonly failed: boolean;
  start(values: Readonly<Record<string, unknown>>): void;
  cancel(): void;
  dismiss(): void;
}

/** One real build of the post, followed until it ends. */
export function useBuild(target: PreviewTarget): Build {
  const { documentId, locale, status } = target;
  const [build, setBuild] = React.useState<PreviewBuild | null>(null);
  const [failed, setFailed] = React.useState(false);
  const running = build !== null && !ENDED.includes(build.state);
  const id = build?.id;

  React.useEffect(() => {
    setBuild(null);
    setFailed(false);
  }, [documentId, locale, status]);

  React.useEffect(() => {
    if (!running || !id) return undefined;
    const timer = setInterval(() => {
      getFetchClient()
        .get<PreviewBuildResponse>(`${PREVIEW_BUILDS_PATH}/${id}`)
        .then(
          ({ data }) => setBuild((before) => (before?.id === id ? data.data : before)),
          () => setFailed(true),
        );
    }, POLL);
    return () => clearInterval(timer);
  }, [running, id]);

  return {
    build,
    running,
    failed,
    start(values) {
      setFailed(false);
      const body = { documentId, locale, status, ...(status === 'draft' ? { values } : {}) };
      getFetchClient()
        .post<PreviewBuildResponse>(PREVIEW_BUILDS_PATH, body)
        .then(
          ({ data }) => setBuild(data.data),
          () => setFailed(true),
        );
    },
    cancel() {
      if (!id) return;
      getFetchClient()
        .del<PreviewBuildResponse>(`${PREVIEW_BUILDS_PATH}/${id}`)
        .then(
          ({ data }) => setBuild(data.data),
          () => setFailed(true),
        );
    },
    dismiss: () => setBuild(null),
  };
}
