import type { apiDocs as nl } from './nl.js';

export const apiDocs: typeof nl = {
  title: 'API documentation',
  asJson: 'As OpenAPI (JSON)',
  parameters: 'Parameters',
  body: 'Body',
  answers: 'Answers',
  models: 'Models',
  name: 'Name',
  type: 'Type',
  meaning: 'Meaning',
  example: 'Example',
  required: 'required',
};
