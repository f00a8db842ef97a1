import { Controller, Get, Header, type INestApplication } from '@nestjs/common';
import { ApiExcludeController, DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { anyone } from '../routes/actions.js';
import type { AccessRow } from '../routes/known-routes.js';
import { AnswersOther, Does } from '../routes/route-says.js';
import { API_VERSION } from '../protocol/security-headers.js';
import { completed, type Described } from './complete-document.js';
import { Problem } from '../problems/problem.answer.js';

/**
 * The description of the API. It is made when somebody asks for it first: at the start nobody does, and
 * making it takes time and memory.
 */
export class ApiDescription {
  private make: (() => Promise<OpenAPIObject>) | undefined;
  private made: Promise<OpenAPIObject> | undefined;
  private readonly said: Described = { about: [], tags: {}, inPath: {}, problems: {} };

  /** Adds what a feature has to describe beside its routes. */
  add({ about = [], tags, inPath, problems }: Partial<Described>): void {
    this.said.about.push(...about);
    Object.assign(this.said.tags, tags);
    Object.assign(this.said.inPath, inPath);
    Object.assign(this.said.problems, problems);
  }

  /**
   * Call this when all routes are known.
   * @param loadComments loads what the comments of the classes say
   */
  describes(app: INestApplication, rows: readonly AccessRow[], loadComments: () => Promise<void>): void {
    this.make = async () => {
      await loadComments();
      return this.describe(app, rows);
    };
  }

  /** @throws Error before `describes` was called */
  document(): Promise<OpenAPIObject> {
    if (!this.make) throw new Error('The routes are not known yet.');
    this.made ??= this.make();
    return this.made;
  }

  private describe(app: INestApplication, rows: readonly AccessRow[]): OpenAPIObject {
    const about = new DocumentBuilder()
      .setTitle('Knipkaart')
      .setDescription(
        `${this.said.about.join(' ')} Every write makes a version; nothing is ever changed or deleted. ` +
          'Dutch terms stand in brackets.',
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
    for (const [tag, description] of Object.entries(this.said.tags)) about.addTag(tag, description);
    return completed(
      SwaggerModule.createDocument(app, about.build(), {
        extraModels: [Problem, ...Object.values(this.said.problems)],
        ignoreGlobalPrefix: true,
      }),
      rows,
      this.said,
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
  show(): Promise<OpenAPIObject> {
    return this.description.document();
  }
}
