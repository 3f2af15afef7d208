import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Upload as UploadIcon } from '@strapi/icons';
import * as React from 'react';
import { useIntl } from 'react-intl';
import type { Upload } from '../../../contracts/imports';
import { useText } from '../publishing/use-text';
import { sizeOf } from './size';
import { useUpload } from './use-upload';

interface ArchiveInputProps {
  readonly upload: Upload | null;
  /** Bytes. */
  readonly limit: number;
  readonly onUpload: (upload: Upload) => void;
}

/** Chooses a zip file and sends it. The browser's own control would speak the browser's language. */
export const ArchiveInput = ({ upload, limit, onUpload }: ArchiveInputProps) => {
  const text = useText();
  const { locale: language } = useIntl();
  const input = React.useRef<HTMLInputElement>(null);
  const { upload: send, isUploading } = useUpload();

  const onChange = async (event: React.ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    // The same file can be chosen again after it was mended.
    event.target.value = '';
    const sent = file && (await send(file));
    if (sent) onUpload(sent);
  };
  const button = isUploading
    ? 'import.archive.uploading'
    : upload
      ? 'import.archive.other'
      : 'import.archive.choose';
  return (
    <Flex gap={4} wrap="wrap" paddingLeft={7}>
      <VisuallyHidden>
        <input
          ref={input}
          type="file"
          accept=".zip,application/zip"
          tabIndex={-1}
          aria-label={text('import.archive.choose')}
          onChange={(event) => void onChange(event)}
        />
      </VisuallyHidden>
      <Button
        variant={upload ? 'tertiary' : 'secondary'}
        startIcon={<UploadIcon />}
        loading={isUploading}
        onClick={() => input.current?.click()}
      >
        {text(button)}
      </Button>
      <Box role="status">
        <Typography textColor={upload ? 'neutral800' : 'neutral600'}>
          {upload
            ? text('import.archive.chosen', {
                name: upload.name,
                size: sizeOf(upload.size, language),
              })
            : text('import.archive.none', { size: sizeOf(limit, language) })}
        </Typography>
      </Box>
    </Flex>
  );
};
