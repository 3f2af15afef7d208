import { Field, TextButton } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { useFocusInputField, useForm } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';
import { suggestSlug } from '../../../../core/post-file/file-name';
import { textId } from '../../plugin-id';
import type { CustomFieldProps } from '../field-props';
import { followsTitle, titleBeside, valueAt } from './auto-fill';

/** Input of a slug: follows the title of a new entry, and suggests one on request. */
const SlugInput = (props: CustomFieldProps<string>) => {
  const { name, label, labelAction, hint, error, placeholder, required, disabled, onChange } =
    props;
  const { formatMessage } = useIntl();
  const { id } = useParams<{ id: string }>();
  const ref = useFocusInputField<HTMLInputElement>(name);
  const titleName = titleBeside(name);
  const title = useForm('SlugInput', (state) => valueAt(state.values, titleName));
  const text = typeof title === 'string' ? title.trim() : '';
  const slug = props.value ?? '';
  const lastFilled = React.useRef<string | null>(null);

  React.useEffect(() => {
    const state = { creating: id === 'create', slug, lastFilled: lastFilled.current };
    if (disabled || !followsTitle(state)) return;
    const next = text === '' ? '' : suggestSlug(text);
    if (next === slug) return;
    lastFilled.current = next;
    onChange(name, next);
    // Only the title moves the slug: a slug that somebody empties stays empty.
  }, [text]);

  const suggest = () => {
    if (text === '') return;
    lastFilled.current = suggestSlug(text);
    onChange(name, lastFilled.current);
  };
  const help =
    text === ''
      ? formatMessage({ id: textId('slug.needs-title'), defaultMessage: 'Enter a title first' })
      : formatMessage({
          id: textId('slug.suggest.help'),
          defaultMessage: 'Suggest a slug from the title',
        });

  return (
    <Field.Root name={name} error={error} hint={hint} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Field.Input
        ref={ref}
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        disabled={disabled}
        value={slug}
        onChange={(event) => onChange(name, event.target.value)}
        endAction={
          <TextButton
            type="button"
            startIcon={<Magic aria-hidden />}
            disabled={disabled || text === ''}
            title={help}
            onClick={suggest}
          >
            {formatMessage({ id: textId('slug.suggest'), defaultMessage: 'Suggest' })}
          </TextButton>
        }
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

export default SlugInput;
