import {
  Button,
  Checkbox,
  EmptyStateLayout,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Table,
  Tbody,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { Page, Pagination, SearchInput, useQueryParams } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { EXPORT_ACTION } from '../../../contracts/rights';
import type { PostVersion } from '../../../contracts/service';
import {
  STATUS_FILTERS,
  type StatusFilter,
  type StatusPageResponse,
  type StatusRow,
} from '../../../contracts/status';
import { toExport } from '../exports/chosen';
import { Notice } from '../page/Notice';
import { useFailure } from '../page/use-failure';
import { useRights } from '../page/use-rights';
import { useText } from '../publishing/use-text';
import { useGetJekyllStatusQuery } from './api';
import { NoPosts } from './NoPosts';
import { PostRow } from './PostRow';
import { FILTER_TEXT } from './state-texts';

interface Query {
  readonly page?: string;
  readonly pageSize?: string;
  readonly _q?: string;
  readonly state?: string;
  readonly locale?: string;
}

/** Milliseconds until the list is asked for again while plans are still being made. */
const POLL = 1_000;

const keyOf = ({ documentId, locale }: PostVersion): string => `${documentId} ${locale}`;
export const exportable = ({ documentId, versions }: StatusRow): PostVersion[] =>
  versions.filter(({ mayExport }) => mayExport).map(({ locale }) => ({ documentId, locale }));

const isFilter = (state: string | undefined): state is StatusFilter =>
  STATUS_FILTERS.some((filter) => filter === state);

/** “Status”: one row per post, one cell per locale. */
const StatusTab = () => {
  const text = useText();
  const has = useRights();
  const { textOf } = useFailure();
  const navigate = useNavigate();
  const [{ query }] = useQueryParams<Query>();
  const state = isFilter(query.state) ? query.state : undefined;
  const [isWorking, setWorking] = React.useState(false);
  const [chosen, setChosen] = React.useState<ReadonlyMap<string, PostVersion>>(new Map());
  const { data, error, isFetching } = useGetJekyllStatusQuery(
    {
      page: Number(query.page ?? 1),
      pageSize: Number(query.pageSize ?? 20),
      q: query._q,
      state,
      locale: query.locale,
    },
    { refetchOnMountOrArgChange: true, pollingInterval: isWorking ? POLL : 0 },
  );
  const known = data?.meta.known ?? null;
  React.useEffect(() => setWorking(known?.working === true), [known?.working]);

  const mayExport = has(EXPORT_ACTION);
  const toggle = (versions: readonly PostVersion[], isIn: boolean) => {
    const next = new Map(chosen);
    for (const version of versions) {
      if (isIn) next.set(keyOf(version), version);
      else next.delete(keyOf(version));
    }
    setChosen(next);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Filters data={data} />
        {mayExport && (
          <Button
            disabled={chosen.size === 0}
            onClick={() => navigate(...toExport([...chosen.values()]))}
          >
            {text('status.export', { count: chosen.size })}
          </Button>
        )}
      </Flex>
      {known?.working && (
        <Notice variant="info" role="status">
          {text('status.working', { done: known.done, total: known.total })}
        </Notice>
      )}
      {error ? (
        <Notice variant="danger">{textOf(error)}</Notice>
      ) : !data ? (
        <Page.Loading />
      ) : data.meta.pagination.total === 0 && !state && !query.locale && !query._q ? (
        <NoPosts />
      ) : data.data.length === 0 ? (
        <EmptyStateLayout content={text(known?.working ? 'status.searching' : 'status.empty')} />
      ) : (
        <Posts
          data={data}
          isBusy={isFetching}
          choice={mayExport ? { isIn: (version) => chosen.has(keyOf(version)), toggle } : null}
        />
      )}
    </Flex>
  );
};

const Filters = ({ data }: { readonly data: StatusPageResponse | undefined }) => {
  const text = useText();
  const { formatDisplayName } = useIntl();
  const [{ query }, setQuery] = useQueryParams<Query>();
  // Remembered: the choice stays there while another page is loaded.
  const locales = React.useRef<readonly string[]>([]);
  locales.current = data?.meta.locales ?? locales.current;
  const set = (change: Partial<Query>) => setQuery({ ...change, page: '1' });
  return (
    <Flex gap={2} wrap="wrap">
      <SearchInput label={text('status.search')} placeholder={text('status.search')} />
      <SingleSelect
        aria-label={text('status.filter.state')}
        placeholder={text('status.filter.state')}
        value={isFilter(query.state) ? query.state : null}
        onChange={(value) => set({ state: String(value) })}
        onClear={() => set({ state: '' })}
      >
        {STATUS_FILTERS.map((filter) => (
          <SingleSelectOption key={filter} value={filter}>
            {text(FILTER_TEXT[filter])}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <SingleSelect
        aria-label={text('status.filter.locale')}
        placeholder={text('status.filter.locale')}
        value={query.locale || null}
        onChange={(value) => set({ locale: String(value) })}
        onClear={() => set({ locale: '' })}
      >
        {locales.current.map((locale) => (
          <SingleSelectOption key={locale} value={locale}>
            {formatDisplayName(locale, { type: 'language' })}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Flex>
  );
};

interface PostsProps {
  readonly data: StatusPageResponse;
  readonly isBusy: boolean;
  readonly choice: {
    isIn(version: PostVersion): boolean;
    toggle(versions: readonly PostVersion[], isIn: boolean): void;
  } | null;
}

const Posts = ({ data, isBusy, choice }: PostsProps) => {
  const text = useText();
  const { formatDisplayName } = useIntl();
  const [{ query }] = useQueryParams<Query>();
  const { pagination, locales: all } = data.meta;
  const locales = query.locale ? [query.locale] : all;
  const open = data.data.flatMap(exportable);
  const areIn = open.filter((version) => choice?.isIn(version)).length;
  return (
    <>
      <Table
        colCount={locales.length + (choice ? 2 : 1)}
        rowCount={data.data.length + 1}
        aria-busy={isBusy}
      >
        <Thead>
          <Tr>
            {choice && (
              <Th>
                <Checkbox
                  aria-label={text('status.choose-all')}
                  disabled={open.length === 0}
                  checked={areIn > 0 && areIn < open.length ? 'indeterminate' : areIn > 0}
                  onCheckedChange={() => choice.toggle(open, areIn < open.length)}
                />
              </Th>
            )}
            <Th>
              <Typography variant="sigma" textColor="neutral600">
                {text('status.post')}
              </Typography>
            </Th>
            {locales.map((locale) => (
              <Th key={locale}>
                <Typography variant="sigma" textColor="neutral600">
                  {formatDisplayName(locale, { type: 'language' })}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {data.data.map((post) => (
            <PostRow key={post.documentId} post={post} locales={locales} choice={choice} />
          ))}
        </Tbody>
      </Table>
      <VisuallyHidden aria-live="polite">
        {text('status.count', { count: pagination.total })}
      </VisuallyHidden>
      <Pagination.Root {...pagination} defaultPageSize={20}>
        <Pagination.PageSize />
        <Pagination.Links />
      </Pagination.Root>
    </>
  );
};

export default StatusTab;
