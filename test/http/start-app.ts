import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import supertest, { type Test } from 'supertest';
import type { Bounds } from '../../apps/api/src/platform/environment/bounds.js';
import { KnownRoutes, type AccessRow } from '../../apps/api/src/platform/http/routes/known-routes.js';
import { startService } from '../../apps/api/src/start-service.js';
import { atEnd } from '../at-end.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The whole service on a log of its own, as people meet it: over HTTP. */
export interface TestApp {
  url: string;
  dataDir: string;
  /** Every route, and who may call it. */
  access: AccessRow[];
  /** A request below `/api/v1`, as one of the demo people; as nobody when no id is given. */
  as(person?: string): Record<Method, (path: string) => Test>;
  /** A request to the server itself, nothing added. */
  http(): ReturnType<typeof supertest>;
  /** A part of the running service, for what no route offers yet. */
  part<T>(type: Type<T>): T;
  /** A process that has the diagram given, or `FRONT_AND_BACK`; its id. */
  process(content?: { domain?: string; diagram?: string | Buffer }): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts the service on an empty log, or on a folder that a former start left behind. It stops by itself
 * after the last test of the file.
 */
export async function startApp({
  dataDir,
  bounds,
  publicUrl,
}: {
  dataDir?: string;
  bounds?: Partial<Bounds>;
  publicUrl?: URL;
} = {}): Promise<TestApp> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'knipkaart-test-'));
  if (dataDir === undefined) atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const service = await startService(
    { port: 0, dataDir: folder, demoData: false, ...(bounds && { bounds }), ...(publicUrl && { publicUrl }) },
    () => {},
  );
  const http = () => supertest(service.url.replace('localhost', '127.0.0.1'));
  const as = (person?: string) => {
    const request = (method: Method) => (path: string) => {
      const test = http()[method](`/api/v1${path}`);
      return person === undefined ? test : test.set('Authorization', `Bearer demo:${person}`);
    };
    return {
      get: request('get'),
      post: request('post'),
      put: request('put'),
      patch: request('patch'),
      delete: request('delete'),
    };
  };
  const owner = as('procesverantwoordelijke');
  return {
    url: service.url,
    dataDir: folder,
    access: service.app.get(KnownRoutes).accessRows(),
    as,
    http,
    part: (type) => service.app.get(type),
    process: async ({ domain = 'vergunningen', diagram = FRONT_AND_BACK } = {}) => {
      const { body } = await owner.post('/processes').send({ name: 'Kapvergunning', domain }).expect(201);
      const { id } = body as { id: string };
      await owner
        .put(`/processes/${id}/diagram`)
        .set('If-Match', '"1"')
        .set('Content-Type', 'application/xml')
        .send(diagram)
        .expect(200);
      return id;
    },
    stop: atEnd(() => service.stop()),
  };
}

/**
 * Two lanes with their sides: Aannemen (front) → Toetsen (back) → Versturen (front); `Naar_back` and
 * `Naar_front` cross the knip.
 */
export const FRONT_AND_BACK = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:knip="urn:knipkaart:bpmn:1" id="Definitions" targetNamespace="http://example.org/test">
  <bpmn:process id="Process">
    <bpmn:laneSet id="Lanes">
      <bpmn:lane id="Front" name="KCC" knip:side="front"><bpmn:flowNodeRef>Start</bpmn:flowNodeRef><bpmn:flowNodeRef>Aannemen</bpmn:flowNodeRef><bpmn:flowNodeRef>Versturen</bpmn:flowNodeRef><bpmn:flowNodeRef>Einde</bpmn:flowNodeRef></bpmn:lane>
      <bpmn:lane id="Back" name="Vakafdeling" knip:side="back"><bpmn:flowNodeRef>Toetsen</bpmn:flowNodeRef></bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="Start"><bpmn:outgoing>Begin</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="Aannemen" name="Aanvraag aannemen"><bpmn:incoming>Begin</bpmn:incoming><bpmn:outgoing>Naar_back</bpmn:outgoing></bpmn:userTask>
    <bpmn:userTask id="Toetsen" name="Aanvraag toetsen"><bpmn:incoming>Naar_back</bpmn:incoming><bpmn:outgoing>Naar_front</bpmn:outgoing></bpmn:userTask>
    <bpmn:userTask id="Versturen" name="Besluit versturen"><bpmn:incoming>Naar_front</bpmn:incoming><bpmn:outgoing>Klaar</bpmn:outgoing></bpmn:userTask>
    <bpmn:endEvent id="Einde"><bpmn:incoming>Klaar</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="Begin" sourceRef="Start" targetRef="Aannemen" />
    <bpmn:sequenceFlow id="Naar_back" sourceRef="Aannemen" targetRef="Toetsen" />
    <bpmn:sequenceFlow id="Naar_front" sourceRef="Toetsen" targetRef="Versturen" />
    <bpmn:sequenceFlow id="Klaar" sourceRef="Versturen" targetRef="Einde" />
  </bpmn:process>
</bpmn:definitions>
`;
