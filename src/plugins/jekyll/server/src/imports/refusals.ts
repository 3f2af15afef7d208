import { errors } from '@strapi/utils';
import type { ImportRefusal } from '../../../contracts/imports';

const refusal = (code: ImportRefusal['code'], en: string, ko: string): Error => {
  const details: ImportRefusal = { code, messages: { en, ko } };
  return new errors.ApplicationError(en, details);
};

export const noBlog = (): Error =>
  refusal(
    'NO_BLOG',
    'No blog is configured. Name its folder in config/plugins.ts (blogDir), or upload a zip of it.',
    '설정된 블로그가 없습니다. config/plugins.ts에 블로그 폴더(blogDir)를 적거나 블로그를 압축한 zip 파일을 올리세요.',
  );

export const uploadGone = (): Error =>
  refusal(
    'UPLOAD_GONE',
    'The uploaded archive is not there any more: it was imported, replaced, or waited for longer than an hour. Upload it again.',
    '올린 압축 파일이 더 이상 없습니다. 이미 가져왔거나 다른 파일로 바뀌었거나 한 시간이 지났습니다. 다시 올리세요.',
  );

export const notOneFile = (): Error =>
  refusal('NOT_ONE_FILE', 'Upload exactly one zip file.', 'zip 파일을 하나만 올리세요.');

export const notAZip = (): Error =>
  refusal(
    'NOT_A_ZIP',
    'The file is no zip archive. Pack the folder of the blog as zip and upload that.',
    'zip 파일이 아닙니다. 블로그 폴더를 zip으로 압축해 올리세요.',
  );

export const archiveTooLarge = (limit: number): Error => {
  const size = `${Math.round(limit / (1024 * 1024))} MB`;
  return refusal(
    'ARCHIVE_TOO_LARGE',
    `The archive is larger than ${size}. Pack only _posts, _config.yml and the images.`,
    `압축 파일이 ${size}를 넘습니다. _posts, _config.yml, 이미지만 압축하세요.`,
  );
};
