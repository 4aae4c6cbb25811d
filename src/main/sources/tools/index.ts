/** Programs of others that sources lean on: where they are, and how they are run. */
export { findTool, type Tool } from './find-tool.ts';
export { runTool, streamTool, type ToolOptions } from './run-tool.ts';
