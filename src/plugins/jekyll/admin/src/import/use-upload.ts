import { useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import {
  IMPORTS_PATH,
  type Upload,
  UPLOAD_FIELD,
  type UploadResponse,
} from '../../../contracts/imports';
import { useFailure } from '../page/use-failure';

/** Sends an archive to the server; a failure is told. */
export function useUpload() {
  const { post } = useFetchClient();
  const { tell } = useFailure();
  const [isUploading, setUploading] = React.useState(false);
  const upload = React.useCallback(
    async (file: File): Promise<Upload | null> => {
      const form = new FormData();
      form.append(UPLOAD_FIELD, file, file.name);
      setUploading(true);
      try {
        const { data } = await post<UploadResponse>(`${IMPORTS_PATH}/archives`, form);
        return data.data;
      } catch (error) {
        tell(error);
        return null;
      } finally {
        setUploading(false);
      }
    },
    [post, tell],
  );
  return { upload, isUploading };
}
