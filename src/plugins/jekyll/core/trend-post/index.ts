export { editSurvey } from './edit';
export { HOUSE, type HouseForm, type SurveyPrintOptions } from './house';
export { labelsIn, mapMarks } from './marks';
export { readOutline, type OutlineBlock } from './outline';
export { printSurvey } from './print';
export { readSurvey } from './read';
export { printReference, printsAs, readReference, respellReference } from './reference';
export { danglingLabels, sameSurvey } from './same';
export type { SurveyCitation, SurveyContent, SurveyItem, SurveySection } from './types';
