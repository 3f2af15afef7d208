import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { ImportAction, ImportedPost, ImportTotals } from '../../../contracts/report';
import { FileTitle } from '../files/FileTitle';
import { OpenableRow } from '../files/OpenableRow';
import { ProblemList } from '../files/ProblemList';
import { ACTION_TEXT } from '../history/run-texts';
import { useText } from '../publishing/use-text';

const ACTIONS = ['failed', 'created', 'updated', 'skipped', 'same'] as const;
const PAGE = 50;

interface ImportedFilesProps {
  readonly posts: readonly ImportedPost[];
  readonly totals: ImportTotals;
}

/** What becomes, or became, of each file: what needs a look first. */
export const ImportedFiles = ({ posts, totals }: ImportedFilesProps) => {
  const text = useText();
  const [action, setAction] = React.useState<ImportAction | null>(null);
  const [page, setPage] = React.useState(0);
  const shown = React.useMemo(() => inOrder(posts, action), [posts, action]);
  const pages = Math.ceil(shown.length / PAGE);
  const choose = (next: ImportAction | null) => {
    setAction(next);
    setPage(0);
  };
  if (posts.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={2} wrap="wrap" role="group" aria-label={text('files.filter')}>
        <Filter isOn={action === null} onClick={() => choose(null)}>
          {text('files.all')}
        </Filter>
        {ACTIONS.filter((one) => (totals[one] ?? 0) > 0).map((one) => (
          <Filter key={one} isOn={action === one} onClick={() => choose(one)}>
            {`${text(ACTION_TEXT[one])} ${totals[one] ?? 0}`}
          </Filter>
        ))}
      </Flex>
      <Box
        tag="ul"
        aria-label={text('import.files')}
        background="neutral0"
        shadow="tableShadow"
        hasRadius
      >
        {shown.slice(page * PAGE, (page + 1) * PAGE).map((post) => (
          <Row key={`${post.file} ${post.locale}`} post={post} />
        ))}
      </Box>
      {pages > 1 && (
        <Flex justifyContent="flex-end" gap={3}>
          <Button variant="tertiary" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {text('files.previous')}
          </Button>
          <Typography textColor="neutral600">
            {text('files.page', { page: page + 1, pageCount: pages })}
          </Typography>
          <Button variant="tertiary" disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            {text('files.next')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
};

function inOrder(posts: readonly ImportedPost[], action: ImportAction | null): ImportedPost[] {
  const rank = (post: ImportedPost): number =>
    ACTIONS.indexOf(post.action) - (post.problems.length > 0 ? 0.5 : 0);
  return posts
    .filter((post) => action === null || post.action === action)
    .sort((a, b) => rank(a) - rank(b) || (a.file < b.file ? 1 : -1));
}

interface FilterProps {
  readonly isOn: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

const Filter = ({ isOn, onClick, children }: FilterProps) => (
  <Button size="S" variant={isOn ? 'secondary' : 'tertiary'} aria-pressed={isOn} onClick={onClick}>
    {children}
  </Button>
);

const Row = ({ post }: { readonly post: ImportedPost }) => {
  const errors = post.problems.filter(({ severity }) => severity === 'error').length;
  const text = useText();
  const warnings = post.problems.length - errors;
  const title = (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <FileTitle action={post.action} path={post.file} />
      <Flex gap={3} wrap="wrap">
        <Kind post={post} />
        {errors > 0 && (
          <Typography variant="pi" textColor="danger600">
            {text('files.errors', { count: errors })}
          </Typography>
        )}
        {warnings > 0 && (
          <Typography variant="pi" textColor="neutral700">
            {text('files.warnings', { count: warnings })}
          </Typography>
        )}
      </Flex>
    </Flex>
  );
  if (post.problems.length === 0) {
    return (
      <Box
        tag="li"
        paddingLeft={4}
        paddingRight={4}
        paddingTop={3}
        paddingBottom={3}
        borderColor="neutral150"
        style={{ borderWidth: '0 0 1px' }}
      >
        {title}
      </Box>
    );
  }
  return (
    <OpenableRow name={post.file} title={title}>
      {() => <ProblemList problems={post.problems} />}
    </OpenableRow>
  );
};

const Kind = ({ post }: { readonly post: ImportedPost }) => {
  const text = useText();
  const { kind, locale, sections, items, citations } = post;
  if (kind === null) return null;
  const said =
    kind === 'survey'
      ? text('import.kind.survey', { sections, items, citations })
      : text('import.kind.plain');
  return (
    <Typography variant="pi" textColor="neutral600">
      {[locale, said].filter(Boolean).join(' · ')}
    </Typography>
  );
};
