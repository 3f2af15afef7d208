import * as React from 'react';
import { imageAttributes } from '../../../core/post/form';
import { POST_UID, TREND_ITEM_UID } from '../publishing/content-types';
import { useGetJekyllEditorQuery } from './api';
import { insertingWith, type MarkdownEditor } from './insert';

/** The upload plugin's dialog, as the editor of Markdown opens it. */
export interface DialogProps {
  readonly onSelectAssets: (files: unknown[]) => void;
}

/** Name under which the upload plugin registers it. */
export const MEDIA_LIBRARY = 'media-library';

/** Entries that the blog shows. */
const isOurs = (): boolean =>
  [POST_UID, TREND_ITEM_UID].some((uid) => window.location.pathname.includes(`/${uid}/`));

/** The editor of the field in which the dialog was opened; null in a field of another kind. */
function editorAround(place: Element | null): MarkdownEditor | null {
  const element = place?.parentElement?.querySelector('.CodeMirror');
  return (element as (Element & { CodeMirror?: MarkdownEditor }) | null)?.CodeMirror ?? null;
}

/** The dialog that inserts images into a text, each with the width that the settings name. */
export function withImageWidth(Dialog: React.ComponentType<DialogProps>) {
  const ImageDialog = (props: DialogProps) => {
    const place = React.useRef<HTMLSpanElement>(null);
    const { data } = useGetJekyllEditorQuery(undefined, { skip: !isOurs() });
    const onSelectAssets: DialogProps['onSelectAssets'] = (files) => {
      const editor = editorAround(place.current);
      const attributes = isOurs() && data ? imageAttributes(data) : '';
      const insert = () => props.onSelectAssets(files);
      if (editor && attributes !== '') insertingWith(editor, attributes, insert);
      else insert();
    };
    return (
      <>
        <span ref={place} hidden />
        <Dialog {...props} onSelectAssets={onSelectAssets} />
      </>
    );
  };
  return ImageDialog;
}
