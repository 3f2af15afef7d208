import type * as React from 'react';

/** What the content manager hands to the input of a custom field. */
export interface CustomFieldProps<Value> {
  readonly name: string;
  readonly label: React.ReactNode;
  readonly labelAction?: React.ReactNode;
  readonly hint?: React.ReactNode;
  readonly error?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly value: Value | null | undefined;
  readonly initialValue?: Value | null;
  onChange(name: string, value: Value | null): void;
}
