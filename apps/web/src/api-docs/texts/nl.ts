export const apiDocs = {
  title: 'Documentatie van de API',
  asJson: 'Als OpenAPI (JSON)',
  parameters: 'Parameters',
  body: 'Inhoud',
  answers: 'Antwoorden',
  models: 'Modellen',
  name: 'Naam',
  type: 'Soort',
  meaning: 'Betekenis',
  example: 'Voorbeeld',
  required: 'verplicht',
};

declare module '../../texts.js' {
  interface Namespaces {
    apiDocs: typeof apiDocs;
  }
}
