import type { ProcessFactKind, Side } from '#domain';
import type { Texts } from '../platform/http/problems/problem-kind.js';
import { refusalAsProblem } from '../platform/http/problems/refusal-as-problem.js';
import { PROCESS_REFUSALS } from './refusal.problems.js';

const SIDE_WORDS: Record<Side, Texts> = {
  front: { nl: 'de frontoffice', en: 'the front office' },
  back: { nl: 'de backoffice', en: 'the back office' },
};

/** The facts that a version seen is compared with; the id of a step or flow is `{key}`. */
const FACT_WORDS: Record<`process.${Exclude<ProcessFactKind, 'domain'>}`, Texts> = {
  'process.name': { nl: 'De naam', en: 'The name' },
  'process.retirement': { nl: 'Het vervallen', en: 'The retirement' },
  'process.owner': { nl: 'De procesverantwoordelijke', en: 'The owner' },
  'process.diagram': { nl: 'Het diagram', en: 'The diagram' },
  'process.knip': { nl: 'De knip van “{key}”', en: 'The knip of “{key}”' },
  'process.channels': { nl: 'De kanaalprioriteit', en: 'The channel priority' },
  'process.handover': { nl: 'De afspraak over “{key}”', en: 'The agreement on “{key}”' },
  'process.dataRequests': { nl: 'De gegevensuitvraag van “{key}”', en: 'The data requests of “{key}”' },
  'process.binding': { nl: 'De binding van “{key}”', en: 'The binding of “{key}”' },
  'process.milestone': { nl: 'De vastgestelde versie “{key}”', en: 'The milestone “{key}”' },
};

/** The problem that a refusal of a decision about a process is answered with. */
export const processRefusalAsProblem = refusalAsProblem({
  kinds: PROCESS_REFUSALS,
  words: { side: SIDE_WORDS, resource: FACT_WORDS },
});
