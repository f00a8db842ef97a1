import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { FastifyContextConfig } from 'fastify';
import type { Action } from './actions.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does; decides who may. A route without it keeps the service from starting. */
    action?: Action;
    /** Takes XML as its body, not JSON. */
    takesXml?: boolean;
    /** Takes a body of so many bytes, where it takes XML. */
    maxBytes?: number;
    /** Takes JSON that may be so many bytes longer than any JSON, for the files in it. */
    fileBytes?: number;
    /** Answers with something else than JSON, so that `Accept` may ask for that. */
    answersOther?: boolean;
    /** Is asked by monitors: such requests are not counted. */
    isForMonitors?: boolean;
    /** Its answers have an `ETag`. */
    hasTag?: boolean;
  }
}

/** Who may call the route: the personas of an action. */
export const Does = (action: Action) => says({ action });
export const TakesXml = (maxBytes: number) => says({ takesXml: true, maxBytes });
export const TakesJsonWith = (fileBytes: number) => says({ fileBytes });
export const ForMonitors = () => says({ isForMonitors: true });
export const HasTag = () => says({ hasTag: true });
export const AnswersOther = () => says({ answersOther: true });

/** Adds to what the server knows of a route: the access check and the checks of a request read it there. */
function says(part: FastifyContextConfig): MethodDecorator {
  return (_target, _name, { value: handler }: PropertyDescriptor) => {
    const said = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) as
      | FastifyContextConfig
      | undefined;
    Reflect.defineMetadata(FASTIFY_ROUTE_CONFIG_METADATA, { ...said, ...part }, handler);
  };
}
