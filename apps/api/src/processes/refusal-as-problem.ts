import { Refusal, type RefusalCode } from '#domain';
import { ProblemException } from '../platform/http/problems/problem-exception.js';
import type { Texts } from '../platform/http/problems/problem-kind.js';
import { REFUSALS } from './refusal.problems.js';

/** The problem that a refusal of the domain is answered with. */
export function refusalAsProblem(error: unknown): ProblemException | undefined {
  if (!(error instanceof Refusal)) return undefined;
  const { code }: Refusal<RefusalCode> = error;
  const params = Object.entries(error.params).map(([name, value]) => [name, WORDS[name]?.[value] ?? value]);
  return new ProblemException(REFUSALS[code], { params: Object.fromEntries(params) });
}

/** Sides and resources travel as codes and are read as words. */
const WORDS: Record<string, Record<string, Texts>> = {
  side: {
    front: { nl: 'de frontoffice', en: 'the front office' },
    back: { nl: 'de backoffice', en: 'the back office' },
  },
  // What `If-Match` was compared with; the id of a step or flow is `{key}`.
  resource: {
    name: { nl: 'De naam', en: 'The name' },
    retirement: { nl: 'Het vervallen', en: 'The retirement' },
    owner: { nl: 'De procesverantwoordelijke', en: 'The owner' },
    diagram: { nl: 'Het diagram', en: 'The diagram' },
    knip: { nl: 'De knip van “{key}”', en: 'The knip of “{key}”' },
    channels: { nl: 'De kanaalprioriteit', en: 'The channel priority' },
    handover: { nl: 'De afspraak over “{key}”', en: 'The agreement on “{key}”' },
    dataRequests: { nl: 'De gegevensuitvraag van “{key}”', en: 'The data requests of “{key}”' },
    binding: { nl: 'De binding van “{key}”', en: 'The binding of “{key}”' },
    milestone: { nl: 'De vastgestelde versie “{key}”', en: 'The milestone “{key}”' },
  },
};
