import { getFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import {
  type Citation,
  CITATIONS_LIMIT,
  CITATIONS_PATH,
  type CitationsResponse,
  type ReferenceKind,
} from '../../../contracts/citations';
import type { CitedReference } from '../../../contracts/outline';
import type { PastedAddress } from './pasted';

/** An item to make of a pasted address, as the editor corrects it. */
export interface Draft {
  readonly address: string;
  readonly title: string;
  readonly publisher: string;
  readonly kind: ReferenceKind;
  readonly citation: Citation;
}

export interface Citations {
  readonly state: 'idle' | 'asking' | 'failed' | 'done';
  readonly drafts: readonly Draft[];
  ask(pasted: readonly PastedAddress[]): void;
  change(address: string, change: Partial<Draft>): void;
  drop(address: string): void;
  clear(): void;
}

/** Looks up pasted addresses, and keeps what the editor makes of them. */
export function useCitations(locale: string): Citations {
  const [state, setState] = React.useState<Citations['state']>('idle');
  const [drafts, setDrafts] = React.useState<readonly Draft[]>([]);
  const asking = React.useRef<AbortController | null>(null);
  React.useEffect(() => () => asking.current?.abort(), []);

  const ask = (pasted: readonly PastedAddress[]): void => {
    asking.current?.abort();
    const abort = new AbortController();
    asking.current = abort;
    setState('asking');
    const some = pasted.slice(0, CITATIONS_LIMIT);
    const body = { addresses: some.map(({ address }) => address), locale };
    getFetchClient()
      .post<CitationsResponse>(CITATIONS_PATH, body, { signal: abort.signal })
      .then(({ data: { data } }) => {
        setDrafts(data.flatMap((citation, at) => draftOf(citation, some[at]?.title ?? '')));
        setState('done');
      })
      .catch(() => {
        if (!abort.signal.aborted) setState('failed');
      });
  };
  return {
    state,
    drafts,
    ask,
    change: (address, change) =>
      setDrafts((before) =>
        before.map((draft) => (draft.address === address ? { ...draft, ...change } : draft)),
      ),
    drop: (address) => setDrafts((before) => before.filter((draft) => draft.address !== address)),
    clear() {
      asking.current?.abort();
      setDrafts([]);
      setState('idle');
    },
  };
}

function draftOf(citation: Citation, title: string): Draft[] {
  const { address, known, suggestion } = citation;
  if (!known && !suggestion) return [];
  return [
    {
      address,
      title: title || known?.title || suggestion?.title || '',
      publisher: suggestion?.publisher ?? '',
      kind: suggestion?.kind ?? 'other',
      citation,
    },
  ];
}

/** The reference that an item of a draft cites: a known one, or a new one as it was corrected. */
export function referenceOf({ title, publisher, kind, citation }: Draft): CitedReference {
  const { known, suggestion, address } = citation;
  if (known) return { documentId: known.documentId };
  return {
    title: title.trim(),
    url: suggestion?.url ?? address,
    kind,
    publisher: publisher.trim() || null,
    publishedOn: suggestion?.publishedOn ?? null,
  };
}
