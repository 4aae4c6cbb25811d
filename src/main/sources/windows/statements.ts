import { win32 } from 'node:path';

/**
 * Says id and device of a new shadow copy, or the code Windows refuses with (1 where the account may not even ask). It notes the
 * id itself: whoever asked may be gone by then. What varies comes in by the environment, never by the text.
 */
export const CREATE = `
$ErrorActionPreference = 'Stop'
try {
  $made = Invoke-CimMethod -ClassName Win32_ShadowCopy -MethodName Create -Arguments @{ Volume = $env:LIFEBOAT_VOLUME; Context = 'ClientAccessible' }
} catch [Microsoft.Management.Infrastructure.CimException] {
  if ($_.Exception.NativeErrorCode -ne 'AccessDenied') { throw }
  @{ code = 1; id = ''; device = '' } | ConvertTo-Json -Compress
  exit 0
}
if ($made.ReturnValue -eq 0) {
  New-Item -ItemType Directory -Force -Path $env:LIFEBOAT_SHADOW_NOTES -ErrorAction SilentlyContinue | Out-Null
  New-Item -ItemType File -Force -Path (Join-Path $env:LIFEBOAT_SHADOW_NOTES $made.ShadowID) -ErrorAction SilentlyContinue | Out-Null
}
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
