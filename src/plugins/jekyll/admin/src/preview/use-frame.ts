import { getFetchClient, useForm } from '@strapi/strapi/admin';
import * as React from 'react';
import {
  type FieldLines,
  PREVIEW_LINK_PATH,
  PREVIEW_RENDER_PATH,
  type PreviewLinkResponse,
  type PreviewRenderResponse,
  type PreviewTarget,
  type RenderedPreview,
  type ToPage,
  type ToPanel,
} from '../../../contracts/preview';
import { lineAtTop, lineOfInput, showLine } from './fields';
import { createLatest } from './latest';

/** Milliseconds after the last key before the server is asked. */
const PAUSE = 40;
/** While one side follows the other, its own scrolling says nothing. */
const QUIET = 250;

export interface Frame {
  readonly ref: React.RefObject<HTMLIFrameElement>;
  /** Address of the page; null until it is there. */
  readonly url: string | null;
  readonly canBuild: boolean;
  readonly failed: boolean;
  reload(): void;
}

interface FrameOptions {
  readonly target: PreviewTarget;
  readonly language: 'en' | 'ko';
  readonly theme: 'light' | 'dark';
}

/** Keeps a page in step with the form: what it says, and where it is scrolled to. */
export function useFrame({ target, language, theme }: FrameOptions): Frame {
  const ref = React.useRef<HTMLIFrameElement>(null);
  const values = useForm('JekyllPreview', (state) => state.values) as Record<string, unknown>;
  const [link, setLink] = React.useState<PreviewLinkResponse['data'] | null>(null);
  const [failed, setFailed] = React.useState(false);
  const [attempt, setAttempt] = React.useState(0);
  const fields = React.useRef<readonly FieldLines[]>([]);
  const last = React.useRef<RenderedPreview | null>(null);
  const current = React.useRef({ values, theme });
  current.current = { values, theme };
  const { documentId, locale, status } = target;

  const tell = React.useCallback((message: ToPage) => {
    // The page has no origin that a message could name; it is ours by its address.
    ref.current?.contentWindow?.postMessage(message, '*');
  }, []);
  const show = React.useCallback(
    ({ title, lang, parts }: RenderedPreview) =>
      tell({ jekyllPreview: 'update', title, lang, parts }),
    [tell],
  );

  React.useEffect(() => {
    let gone = false;
    setLink(null);
    setFailed(false);
    last.current = null;
    const body = { documentId, locale, status, language, theme: current.current.theme };
    getFetchClient()
      .post<PreviewLinkResponse>(PREVIEW_LINK_PATH, body)
      .then(
        ({ data }) => !gone && setLink(data.data),
        () => !gone && setFailed(true),
      );
    return () => {
      gone = true;
    };
  }, [documentId, locale, status, language, attempt]);

  const latest = React.useMemo(
    () =>
      createLatest<Record<string, unknown>>(async (next) => {
        try {
          const { data } = await getFetchClient().post<PreviewRenderResponse>(PREVIEW_RENDER_PATH, {
            documentId,
            locale,
            status,
            language,
            ...(status === 'draft' ? { values: next } : {}),
          });
          fields.current = data.data.fields;
          last.current = data.data;
          setFailed(false);
          show(data.data);
        } catch {
          setFailed(true);
        }
      }, PAUSE),
    [documentId, locale, status, language, show],
  );
  React.useEffect(() => () => latest.stop(), [latest]);
  React.useEffect(() => latest.push(values), [latest, values]);
  React.useEffect(() => tell({ jekyllPreview: 'theme', theme }), [tell, theme]);

  React.useEffect(() => {
    let quietUntil = 0;
    const hush = () => (quietUntil = Date.now() + QUIET);
    const onMessage = ({ source, data }: MessageEvent<ToPanel | undefined>) => {
      if (!data?.jekyllPreview || source !== ref.current?.contentWindow) return;
      if (data.jekyllPreview === 'ready') {
        tell({ jekyllPreview: 'theme', theme: current.current.theme });
        if (last.current) show(last.current);
        return;
      }
      const focus = data.jekyllPreview === 'picked';
      if (!focus && Date.now() < quietUntil) return;
      hush();
      showLine(data.line, fields.current, current.current.values, { focus });
    };
    const scrollTo = (line: number | null) => {
      if (line === null || Date.now() < quietUntil) return;
      hush();
      tell({ jekyllPreview: 'scroll', line });
    };
    const onScroll = ({ target: scrolled }: Event) => {
      if (!(scrolled instanceof Element) || !scrolled.matches('.CodeMirror-scroll')) return;
      scrollTo(lineAtTop(scrolled, fields.current, current.current.values));
    };
    const onFocus = ({ target: focused }: FocusEvent) => {
      const name = focused instanceof Element ? focused.getAttribute('name') : null;
      if (name) scrollTo(lineOfInput(name, fields.current));
    };
    window.addEventListener('message', onMessage);
    document.addEventListener('scroll', onScroll, true);
    document.addEventListener('focusin', onFocus);
    return () => {
      window.removeEventListener('message', onMessage);
      document.removeEventListener('scroll', onScroll, true);
      document.removeEventListener('focusin', onFocus);
    };
  }, [tell, show]);

  return {
    ref,
    url: link?.url ?? null,
    canBuild: link?.canBuild ?? false,
    failed,
    reload: () => setAttempt((count) => count + 1),
  };
}
