; What the installer for Windows does beside copying files: it registers the background owner, the process that backs up before
; anybody has signed in, and takes it away again. The rest is electron-builder's. Nothing here touches the firewall: Lifeboat
; listens on this PC only.

; The next two belong to electron-builder's own check whether the app runs, which it leaves out where there is a check of ours.
!include "getProcessInfo.nsh"
Var pid

LangString noBackgroundOwner 1033 "Lifeboat is installed, but Windows did not let it start with this PC. It will back up only while somebody is signed in. Lifeboat's settings can try again."
LangString noBackgroundOwner 3082 "Lifeboat está instalado, pero Windows no ha permitido que arranque con este equipo. Solo hará copias mientras alguien tenga la sesión iniciada. Puede volver a intentarlo en los ajustes de Lifeboat."
LangString keepProfile 1033 "Keep Lifeboat's settings, history and set-aside files on this PC?$\r$\n$\r$\nYes keeps them for a later installation. No removes them for good. Your copies on disks, on the network and in the cloud stay in either case; without Lifeboat you open them with the recovery kit."
LangString keepProfile 3082 "¿Conservar en este equipo los ajustes, el historial y los archivos apartados de Lifeboat?$\r$\n$\r$\nSí los conserva para una instalación posterior. No los elimina para siempre. Sus copias en discos, en la red y en la nube se mantienen en ambos casos; sin Lifeboat se abren con el kit de recuperación."
LangString profileLeft 1033 "Some of Lifeboat's files could not be removed. They are in:"
LangString profileLeft 3082 "No se han podido eliminar algunos archivos de Lifeboat. Están en:"

; Asks the background owner of the version that is installed, if any, to end well and to be registered no more. It does nothing
; where there is none, so it may come twice: before an update's files are replaced, and when the old version is removed.
!macro removeBackgroundOwner
  ${If} ${FileExists} "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
    nsExec::Exec '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" --remove-background'
    Pop $R9
  ${EndIf}
!macroend

; Before files are replaced or removed: first the owner is asked, then whatever still runs is ended as electron-builder does it.
!macro customCheckAppRunning
  !insertmacro removeBackgroundOwner
  !insertmacro IS_POWERSHELL_AVAILABLE
  !insertmacro _CHECK_APP_RUNNING
!macroend

!macro customInstall
  nsExec::Exec '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" --install-background'
  Pop $R9
  ${If} $R9 != 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(noBackgroundOwner)" /SD IDOK
  ${EndIf}
!macroend

; The profile is C:\ProgramData\Lifeboat. It stays with an update, with a silent removal, and unless a person says no.
!macro customUnInstall
  !insertmacro removeBackgroundOwner
  ${IfNot} ${isUpdated}
    SetShellVarContext all
    ${If} ${FileExists} "$APPDATA\Lifeboat\*.*"
    ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION "$(keepProfile)" /SD IDYES IDNO`
      RMDir /r "$APPDATA\Lifeboat"
      ${If} ${FileExists} "$APPDATA\Lifeboat\*.*"
        MessageBox MB_OK|MB_ICONEXCLAMATION "$(profileLeft) $APPDATA\Lifeboat" /SD IDOK
      ${EndIf}
    ${EndIf}
  ${EndIf}
!macroend
