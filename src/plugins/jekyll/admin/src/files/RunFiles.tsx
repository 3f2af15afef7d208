import { Flex, Typography } from '@strapi/design-system';
import type { RunFile } from '../../../contracts/runs';
import { useText } from '../publishing/use-text';
import { DiffView } from './DiffView';
import { FileList } from './FileList';
import { FileTitle } from './FileTitle';
import { OpenableRow } from './OpenableRow';
import { ProblemList } from './ProblemList';

/** Files of a run, each to open: its problems, and how its text changed. */
export const RunFiles = ({ files }: { readonly files: readonly RunFile[] }) => {
  const text = useText();
  if (files.length === 0) {
    return <Typography textColor="neutral600">{text('files.none')}</Typography>;
  }
  return (
    <FileList label={text('files.list')}>
      {files.map((file) => (
        <OpenableRow
          key={`${file.path} ${file.locale}`}
          name={file.path}
          title={<FileTitle action={file.action} path={file.path} from={file.from} />}
        >
          {() => <FileBody {...file} />}
        </OpenableRow>
      ))}
    </FileList>
  );
};

type FileBodyProps = Pick<RunFile, 'problems' | 'merged' | 'pulled' | 'diff'>;

/** All that is told of a file: notes, problems, and its changes. */
export const FileBody = ({ problems, merged, pulled, diff }: FileBodyProps) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {merged && <Typography variant="pi">{text('files.merged')}</Typography>}
      {pulled && <Typography variant="pi">{text('files.pulled')}</Typography>}
      <ProblemList problems={problems} />
      {diff === undefined ? (
        <Typography variant="pi" textColor="neutral600">
          {text('files.no-diff')}
        </Typography>
      ) : (
        <DiffView diff={diff} />
      )}
    </Flex>
  );
};
