import {
  Field,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import type * as React from 'react';
import { useText } from '../publishing/use-text';

interface FrameProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: React.ReactNode;
}

const Frame = ({ name, label, hint, error, children }: FrameProps) => (
  <Field.Root name={name} error={error ?? false} hint={hint ?? ''}>
    <Field.Label>{label}</Field.Label>
    {children}
    <Field.Error />
    <Field.Hint />
  </Field.Root>
);

interface ChoiceFieldProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  readonly configured: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few values; says what the configuration has where that is another one. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { name, label, value, configured, options, onChange } = props;
  const text = useText();
  const other = options.find((option) => option.value === configured)?.label ?? configured;
  return (
    <Frame
      name={name}
      label={label}
      hint={value === configured ? undefined : text('settings.configured', { value: other })}
    >
      <SingleSelect value={value} onChange={(next) => onChange(next as T)}>
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Frame>
  );
}

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  /** undefined while there is none in the field. */
  readonly value: number | undefined;
  /** undefined where the configuration has none. */
  readonly configured: number | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: number | undefined) => void;
}

export const NumberField = (props: NumberFieldProps) => {
  const { name, label, value, configured, error, onChange } = props;
  const text = useText();
  return (
    <Frame
      name={name}
      label={label}
      error={error}
      hint={
        value === configured
          ? undefined
          : text('settings.configured', { value: configured ?? text('settings.number.none') })
      }
    >
      <NumberInput value={value} onValueChange={onChange} />
    </Frame>
  );
};

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const TextField = ({ value, onChange, ...frame }: TextFieldProps) => (
  <Frame {...frame}>
    <TextInput
      value={value}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
    />
  </Frame>
);
