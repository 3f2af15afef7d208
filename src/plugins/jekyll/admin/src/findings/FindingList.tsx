import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Problem } from '../../../core/problem';
import { POST_UID } from '../publishing/content-types';
import { inLanguage } from '../publishing/language';
import { useText } from '../publishing/use-text';
import { fieldLabel } from '../views/field-texts';
import { readFieldPath } from './field-path';
import { useLeadTo } from './lead-to';

const COLOURS = { error: 'danger600', warning: 'warning700' } as const;
const SECTION_UID = 'post.section';

/** Findings, errors first; each leads to its field. */
export const FindingList = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const text = useText();
  const { locale: language } = useIntl();
  const leadTo = useLeadTo();
  const sorted = [...problems].sort((a, b) => rank(a) - rank(b));
  if (sorted.length === 0) {
    return (
      <Typography variant="pi" textColor="success600">
        {text('checks.none')}
      </Typography>
    );
  }
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} width="100%" aria-live="polite">
      {sorted.map((problem, index) => (
        <Box tag="li" key={`${problem.code}-${problem.line ?? 0}-${index}`}>
          <Typography tag="p" variant="pi" fontWeight="bold" textColor={COLOURS[problem.severity]}>
            {text(`checks.${problem.severity}`)} · {problem.code}
          </Typography>
          <Typography tag="p" variant="pi" style={{ overflowWrap: 'anywhere' }}>
            {inLanguage(problem.message, language)}
          </Typography>
          {problem.field !== undefined && (
            <TextButton
              type="button"
              onClick={() =>
                leadTo(readFieldPath(problem.field ?? '').input, labelOf(problem, language))
              }
            >
              {placeOf(problem, text, language)}
            </TextButton>
          )}
        </Box>
      ))}
    </Flex>
  );
};

const rank = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1);

function labelOf({ field = '' }: Pick<Problem, 'field'>, language: string): string {
  const { field: name, section } = readFieldPath(field);
  return fieldLabel(section === null ? POST_UID : SECTION_UID, name, language);
}

function placeOf(
  { field = '', line }: Problem,
  text: ReturnType<typeof useText>,
  language: string,
): string {
  const { section, item } = readFieldPath(field);
  const label = labelOf({ field }, language);
  const place =
    section === null
      ? label
      : item === null
        ? text('checks.in-section', { section, field: label })
        : text('checks.in-item', { section, item });
  return line === undefined ? place : text('checks.line', { place, line });
}
