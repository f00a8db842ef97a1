import { Controller, Get, Header, type INestApplication, type Type } from '@nestjs/common';
import { ApiExcludeController, DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { anyone } from '../access/actions.js';
import type { AccessRow } from '../known-routes.js';
import { AnswersOther, Does } from '../route-says.js';
import { API_VERSION } from '../security-headers.js';
import { completed } from './complete-document.js';
import { Problem } from '../problems/problem.answer.js';

const TAGS: Readonly<Record<string, string>> = {
  'Sign-in': 'Who asks (aanmelden).',
  Domains: 'The domains of the municipality (domeinen).',
  Processes: 'Process descriptions, their versions and diagrams (processen).',
  Decisions: 'What is decided about a step or flow (besluiten).',
  Updates: 'New versions as they come (nieuwe versies).',
  Log: 'The log of all events (logboek).',
};

/** The description of the API; made when all routes are known. */
export class ApiDescription {
  document: OpenAPIObject | undefined;
  private readonly problems = new Map<number, Type<Problem>>();

  /** Documents what the problems of a status say beside the members that all have. */
  problemsOf(status: number, answer: Type<Problem>): void {
    this.problems.set(status, answer);
  }

  describe(app: INestApplication, rows: readonly AccessRow[]): void {
    const about = new DocumentBuilder()
      .setTitle('Knipkaart')
      .setDescription(
        'Process descriptions of a Dutch municipality, and for each step the decision who does it: front or back office (de knip). ' +
          'Every write makes a version; nothing is ever changed or deleted. Dutch terms stand in brackets.',
      )
      .setVersion(API_VERSION)
      .setContact('Knipkaart maintainers', 'https://knipkaart.example.org', 'knipkaart@example.org')
      .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
      .addServer('/api/v1')
      .addSecurity('bearer', {
        type: 'http',
        scheme: 'bearer',
        description: 'In the demonstration: `demo:` and the id of a person.',
      })
      .addCookieAuth('knipkaart_session')
      .addSecurityRequirements('bearer')
      .addSecurityRequirements('cookie');
    for (const [tag, description] of Object.entries(TAGS)) about.addTag(tag, description);
    this.document = completed(
      SwaggerModule.createDocument(app, about.build(), {
        extraModels: [Problem, ...this.problems.values()],
        ignoreGlobalPrefix: true,
      }),
      rows,
      this.problems,
    );
  }
}

@ApiExcludeController()
@Controller()
export class OpenApiController {
  constructor(private readonly description: ApiDescription) {}

  @Get('openapi.json')
  @Does(anyone)
  @AnswersOther()
  @Header('Access-Control-Allow-Origin', '*')
  @Header('Cross-Origin-Resource-Policy', 'cross-origin')
  show(): OpenAPIObject | undefined {
    return this.description.document;
  }
}
