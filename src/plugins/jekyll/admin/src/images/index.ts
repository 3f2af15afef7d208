import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { type DialogProps, MEDIA_LIBRARY, withImageWidth } from './image-dialog';

/** Lets inserted images have a width. After all plugins are registered: one of them has the dialog. */
export function registerImages({ library }: Pick<StrapiApp, 'library'>): void {
  const dialog = library.components[MEDIA_LIBRARY] as ComponentType<DialogProps> | undefined;
  if (!dialog) return;
  library.components[MEDIA_LIBRARY] = withImageWidth(dialog) as ComponentType;
}
