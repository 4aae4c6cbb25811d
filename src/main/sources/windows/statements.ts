import { win32 } from 'node:path';

/** Says id and device of a new shadow copy, or the code Windows refuses with. What varies comes in by the environment, never by the text. */
export const CREATE = `
$ErrorActionPreference = 'Stop'
$made = Invoke-CimMethod -ClassName Win32_ShadowCopy -MethodName Create -Arguments @{ Volume = $env:LIFEBOAT_VOLUME; Context = 'ClientAccessible' }
$copy = Get-CimInstance -ClassName Win32_ShadowCopy | Where-Object { $_.ID -eq $made.ShadowID }
@{ code = [int]$made.ReturnValue; id = [string]$made.ShadowID; device = [string]$copy.DeviceObject } | ConvertTo-Json -Compress
`.trim();

/** Removes one shadow copy by its id; one that is gone already is no error. */
export const REMOVE = `
$ErrorActionPreference = 'Stop'
Get-CimInstance -ClassName Win32_ShadowCopy | Where-Object { $_.ID -eq $env:LIFEBOAT_SHADOW_ID } | Remove-CimInstance
`.trim();

/** PowerShell's arguments for a statement. No profile of the user's runs. */
export function argumentsFor(statement: string): string[] {
  return ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command', statement];
}

/** Windows' own PowerShell, by its full path: a program of that name elsewhere must not run with our rights. */
export function powershell(systemRoot = process.env['SystemRoot'] ?? 'C:\\Windows'): { path: string } {
  return { path: win32.join(systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe') };
}
