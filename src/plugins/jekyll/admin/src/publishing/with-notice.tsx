import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import type * as React from 'react';

type Description = NonNullable<ReturnType<DocumentActionComponent>>;
type ActionDialog = NonNullable<Description['dialog']>;

/** The dialog of an action with a notice: under what a question says, above what a window shows. */
export function withNotice(dialog: ActionDialog, notice: React.ReactNode): ActionDialog {
  if (dialog.type === 'dialog') {
    return {
      ...dialog,
      content: (
        <Flex direction="column" alignItems="stretch" width="100%">
          {dialog.content}
          {notice}
        </Flex>
      ),
    };
  }
  if (dialog.type === 'modal') {
    const { content: Content } = dialog;
    return {
      ...dialog,
      content: (props) => (
        <>
          <Flex direction="column" alignItems="stretch" paddingLeft={7} paddingRight={7}>
            {notice}
          </Flex>
          {typeof Content === 'function' ? <Content {...props} /> : Content}
        </>
      ),
    };
  }
  return dialog;
}
