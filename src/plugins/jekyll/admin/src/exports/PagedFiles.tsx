import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { ExportOptions } from '../../../contracts/exports';
import type { ExportedFile } from '../../../contracts/report';
import type { PostVersion } from '../../../contracts/service';
import { FileList } from '../files/FileList';
import { FileTitle } from '../files/FileTitle';
import { OpenableRow } from '../files/OpenableRow';
import { FileBody } from '../files/RunFiles';
import { Notice } from '../page/Notice';
import { useFailure } from '../page/use-failure';
import { useText } from '../publishing/use-text';
import { useGetJekyllPlannedChangesQuery } from './api';

interface PagedFilesProps {
  readonly files: readonly ExportedFile[];
  readonly pagination: { readonly page: number; readonly pageCount: number };
  onPage(page: number): void;
  /** In a plan: which posts are in. */
  readonly choice?: {
    isIn(version: PostVersion): boolean;
    toggle(version: PostVersion): void;
  };
  /** In a plan: how changes are looked up; after the fact there are none to look up. */
  readonly changes?: ExportOptions;
}

/** The post of a file; null for a medium, which goes along with its post. */
const versionOf = ({ documentId, locale }: ExportedFile): PostVersion | null =>
  documentId === undefined || locale === null ? null : { documentId, locale };
const hasWork = ({ action, pulled }: ExportedFile): boolean =>
  ['add', 'change', 'rename', 'delete'].includes(action) || pulled === true;

/** Files of a plan or a run, a page of them. */
export const PagedFiles = ({ files, pagination, onPage, choice, changes }: PagedFilesProps) => {
  const text = useText();
  if (files.length === 0) return null;
  const { page, pageCount } = pagination;
  return (
    <Box>
      <FileList label={text('files.list')}>
        {files.map((file) => {
          const version = versionOf(file);
          const checkbox = choice && version && hasWork(file) && (
            <Checkbox
              aria-label={text('export.include', { name: file.path })}
              checked={choice.isIn(version)}
              onCheckedChange={() => choice.toggle(version)}
            />
          );
          return (
            <OpenableRow
              key={`${file.path} ${file.locale}`}
              name={file.path}
              before={choice && <Box width="2rem">{checkbox}</Box>}
              title={<Title file={file} />}
            >
              {() =>
                changes && version ? (
                  <Changes version={version} file={file} options={changes} />
                ) : (
                  <FileBody {...file} />
                )
              }
            </OpenableRow>
          );
        })}
      </FileList>
      {pageCount > 1 && (
        <Flex justifyContent="flex-end" gap={3} paddingTop={4}>
          <Button variant="tertiary" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {text('files.previous')}
          </Button>
          <Typography textColor="neutral600">{text('files.page', { page, pageCount })}</Typography>
          <Button variant="tertiary" disabled={page >= pageCount} onClick={() => onPage(page + 1)}>
            {text('files.next')}
          </Button>
        </Flex>
      )}
    </Box>
  );
};

const Title = ({ file }: { readonly file: ExportedFile }) => {
  const text = useText();
  const errors = file.problems.filter(({ severity }) => severity === 'error').length;
  const warnings = file.problems.length - errors;
  return (
    <Flex gap={3} wrap="wrap">
      <FileTitle action={file.action} path={file.path} from={file.from} />
      {errors > 0 && (
        <Typography variant="pi" textColor="danger600">
          {text('files.errors', { count: errors })}
        </Typography>
      )}
      {warnings > 0 && (
        <Typography variant="pi" textColor="warning700">
          {text('files.warnings', { count: warnings })}
        </Typography>
      )}
    </Flex>
  );
};

interface ChangesProps {
  readonly version: PostVersion;
  readonly file: ExportedFile;
  readonly options: ExportOptions;
}

/** How the file would change, looked up when somebody opens it. */
const Changes = ({ version, file, options }: ChangesProps) => {
  const text = useText();
  const { textOf } = useFailure();
  const { currentData, error } = useGetJekyllPlannedChangesQuery(
    { ...version, ...options },
    { refetchOnMountOrArgChange: true },
  );
  if (error) return <Notice variant="danger">{textOf(error)}</Notice>;
  if (!currentData) return <Typography variant="pi">{text('files.loading')}</Typography>;
  const now = currentData.find(({ path, locale }) => path === file.path && locale === file.locale);
  return <FileBody {...(now ?? file)} />;
};
