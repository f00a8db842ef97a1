import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import {
  CHANNELS,
  isChannelOrder,
  PROCESS_LIMITS,
  TEXT_LIMITS,
  ROLES,
  SIDES,
  TERM_UNITS,
  type Channel,
  type Role,
  type Side,
  type Term,
  type TermUnit,
} from '#domain';
import {
  IsFreeText,
  IsLine,
  IsListOfObjects,
  IsObjectWithFields,
  IsOneOf,
  IsTextList,
  IsWholeNumber,
  isStringList,
  MayBeLeftOut,
  rule,
} from '../platform/http/input/rules.js';
import { ReasonBody } from '../processes/index.js';
import { KNIP_FIELDS } from './knip.problems.js';

const IsChannelOrder = () =>
  rule(KNIP_FIELDS.channels, (value) => isStringList(value) && isChannelOrder(value), {
    values: CHANNELS.join(', '),
  });
/** On `source`: a binding fixes a side, or who may do it. */
const NeedsSideOrBy = () => rule(KNIP_FIELDS.sideOrBy, (_, among) => hasSideOrBy(among?.object ?? {}));
const hasSideOrBy = (binding: { side?: unknown; by?: unknown }): boolean =>
  binding.side !== undefined || binding.by !== undefined;

export class DecideKnipBody extends ReasonBody {
  /**
   * Front or back office (knip: frontoffice of backoffice).
   * @example "front"
   */
  @IsOneOf(SIDES)
  side: Side;

  /**
   * Who on that side does it (generalist of specialist).
   * @example "generalist"
   */
  @MayBeLeftOut()
  @IsOneOf(ROLES)
  role?: Role;

  /**
   * What else was considered (overwogen alternatieven).
   * @example ["Vakafdeling toetst de volledigheid"]
   */
  @MayBeLeftOut()
  @IsTextList(PROCESS_LIMITS.alternatives)
  alternatives?: string[];
}

export class PrioritiseChannelsBody extends ReasonBody {
  /**
   * Channels, the preferred first (kanaalprioriteit).
   * @example ["web","phone","desk"]
   */
  @IsChannelOrder()
  channels: Channel[];

  /**
   * Id of the step it holds for (stap); the whole process when left out.
   * @example "Aanvraag_ontvangen"
   */
  @MayBeLeftOut()
  @IsLine(TEXT_LIMITS.text)
  elementId?: string;
}

export class TermBody implements Term {
  /**
   * How many (aantal).
   * @example 2
   */
  @IsWholeNumber(1, PROCESS_LIMITS.amount)
  amount: number;

  /**
   * Hours or working days (uren of werkdagen).
   * @example "workingDays"
   */
  @IsOneOf(TERM_UNITS)
  unit: TermUnit;
}

export class AgreeHandoverBody extends ReasonBody {
  /**
   * What is handed over (overdracht).
   * @example "Zaaknummer, wat de inwoner vroeg en wat al is toegezegd"
   */
  @IsFreeText()
  what: string;

  /** Within how long (termijn). */
  @MayBeLeftOut()
  @IsObjectWithFields()
  @ValidateNested()
  @Type(() => TermBody)
  within?: TermBody;
}

export class RequestedDatumBody {
  /**
   * The datum asked of the citizen (gegeven).
   * @example "Inkomen"
   */
  @IsLine()
  name: string;

  /**
   * The registry that already holds it (basisregistratie).
   * @example "BRP"
   */
  @MayBeLeftOut()
  @IsLine()
  registry?: string;
}

export class RecordDataRequestsBody extends ReasonBody {
  /** The data this step asks (gegevensuitvraag); an empty list says that it asks nothing. */
  @IsListOfObjects(PROCESS_LIMITS.data)
  @ValidateNested({ each: true })
  @Type(() => RequestedDatumBody)
  data: RequestedDatumBody[];
}

export class BindStepBody extends ReasonBody {
  /**
   * The side that law or mandate fixes (kant).
   * @example "back"
   */
  @MayBeLeftOut()
  @IsOneOf(SIDES)
  side?: Side;

  /**
   * Who alone may do it (wie het mag doen).
   * @example "de ambtenaar van de burgerlijke stand"
   */
  @MayBeLeftOut()
  @IsLine(PROCESS_LIMITS.source)
  by?: string;

  /**
   * Law or mandate it follows from (wettelijke grondslag).
   * @example "Awb art. 10:3"
   */
  @IsLine(PROCESS_LIMITS.source)
  @NeedsSideOrBy()
  source: string;
}
