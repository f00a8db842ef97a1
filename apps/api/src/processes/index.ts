export { DiagramInForce } from './diagram-in-force.js';
export { KnownProcesses, type KnownProcess, type VersionOrMoment } from './known-process.js';
export { PROCESS_ACCESS_RULES } from './access-rules.js';
export { PROCESS_ACTIONS } from './process.actions.js';
export { cutOf, processAnswer } from './process-answer.js';
export { ReasonBody } from './process-bodies.dto.js';
export { ProcessCommand } from './process-command.js';
export {
  NameMilestoneCommand,
  NameOwnerCommand,
  RegisterProcessCommand,
  RenameProcessCommand,
  RetireProcessCommand,
} from './process-commands.js';
export { ProcessWriter } from './process-writer.js';
export { PROCESS } from './process-subject.js';
export { VersionQuery } from './version-query.dto.js';
export { ProcessesModule } from './processes.module.js';
export { processRefusalAsProblem } from './process-refusal-as-problem.js';
export * from './answers/parts.answer.js';
export { ProcessAnswer } from './answers/process.answer.js';
