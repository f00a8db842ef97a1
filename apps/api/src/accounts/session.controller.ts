import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Person } from '../platform/http/protocol/person.answer.js';
import { AnswersOk, Problems } from '../platform/http/docs/answers.js';
import { FIELDS } from '../platform/http/problems/field.problems.js';
import { invalidInput } from '../platform/http/problems/problem-exception.js';
import { Does } from '../platform/http/routes/route-says.js';
import { Settings } from '../platform/environment/settings.js';
import { SignedIn } from '../platform/http/access/signed-in.js';
import { anyone, read } from '../platform/http/routes/actions.js';
import { People } from '../platform/http/access/people.js';
import { OpenStreams } from '../platform/http/reading/open-streams.js';
import { SessionIdentification } from './session-identification.js';
import { PeopleAnswer, Session } from './session.answer.js';
import { StartSessionBody } from './session.dto.js';
import { sealSession, SESSION_COOKIE, SESSION_SECONDS } from './session-cookie.js';

@ApiTags('Sign-in')
@Controller()
export class SessionController {
  constructor(
    private readonly people: People,
    private readonly settings: Settings,
    private readonly identification: SessionIdentification,
    private readonly streams: OpenStreams,
  ) {}

  @Get('people')
  @Does(anyone)
  @ApiOperation({ summary: 'The people of the demonstration to choose from (personen)', security: [] })
  @AnswersOk(PeopleAnswer)
  list(): PeopleAnswer {
    return { items: this.people.all() };
  }

  @Post('session')
  @Does(anyone)
  @HttpCode(200)
  @ApiOperation({ summary: 'Enter as one of the people (aanmelden); sets the session cookie', security: [] })
  @AnswersOk(Session, 400, 403, 415)
  start(
    @Body() body: StartSessionBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Session {
    const person = this.people.find(body.person);
    if (!person) throw invalidInput({ field: 'person', kind: FIELDS.knownPerson });
    this.endStreams(request);
    reply.setCookie(SESSION_COOKIE, sealSession(person.id, this.settings.sessionKey, new Date()), {
      ...this.cookie(),
      maxAge: SESSION_SECONDS,
    });
    return { person, demo: true };
  }

  @Get('session')
  @Does(read)
  @ApiOperation({ summary: 'Who is signed in (aangemeld)' })
  @AnswersOk(Session, 401)
  show(@SignedIn() person: Person): Session {
    return { person, demo: true };
  }

  @Delete('session')
  @Does(read)
  @HttpCode(204)
  @ApiOperation({ summary: 'Leave (afmelden); removes the session cookie' })
  @ApiResponse({ status: 204, description: 'Nobody is signed in any more.' })
  @Problems(401, 403)
  end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): void {
    this.endStreams(request);
    reply.clearCookie(SESSION_COOKIE, this.cookie());
  }

  /** What the browser listened to under its cookie is over. */
  private endStreams(request: FastifyRequest): void {
    const session = this.identification.identify(request)?.session;
    if (session) this.streams.endOf(session.id);
  }

  private cookie() {
    return {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      secure: this.settings.publicUrl?.protocol === 'https:',
    } as const;
  }
}
