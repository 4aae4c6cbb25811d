; A small installer around scripts/packing/installer.nsh, whose macros run here in the order in which electron-builder's scripts
; run them. Everything else of an installer is left out.
; Defines from outside: APP (what is installed as Lifeboat.exe), OURS (installer.nsh), TEMPLATES (electron-builder's), OUT; and
; THEIR_CHECK for electron-builder's own look whether the app runs. That one is for 32 bits, which Wine has not got here, so
; the installer that is run notes instead when the look would have come.
Unicode true
!ifndef THEIR_CHECK
  Target amd64-unicode
!endif
Name "Lifeboat"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "C:\Program Files\Lifeboat"

!define APP_EXECUTABLE_FILENAME "Lifeboat.exe"
!define INSTALL_MODE_PER_ALL_USERS
!define PRODUCT_NAME "Lifeboat"
!define nsProcess::FindProcess
!addincludedir "${TEMPLATES}"
!addincludedir "${TEMPLATES}/include"
!include LogicLib.nsh
!include FileFunc.nsh
!define isUpdated '$updated == "1"'
Var updated
!include "${OURS}"
!ifdef THEIR_CHECK
  !include allowOnlyOneInstallerInstance.nsh
!else
  !macro IS_POWERSHELL_AVAILABLE
  !macroend
  !macro _CHECK_APP_RUNNING
    StrCpy $pid "end what still runs"
    FileOpen $0 "D:\calls.txt" a
    FileSeek $0 0 END
    FileWrite $0 "$pid$\r$\n"
    FileClose $0
  !macroend
  !macro CHECK_APP_RUNNING
    !insertmacro customCheckAppRunning
  !macroend
!endif
LoadLanguageFile "${NSISDIR}/Contrib/Language files/English.nlf"
LoadLanguageFile "${NSISDIR}/Contrib/Language files/SpanishInternational.nlf"
LangString appRunning 1033 "running"
LangString appRunning 3082 "running"
LangString appClosing 1033 "closing"
LangString appClosing 3082 "closing"
LangString appCannotBeClosed 1033 "cannot be closed"
LangString appCannotBeClosed 3082 "cannot be closed"

!macro readUpdated
  StrCpy $updated "0"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "--updated" $1
  ${IfNot} ${Errors}
    StrCpy $updated "1"
  ${EndIf}
!macroend

!ifdef BUILD_UNINSTALLER
  ; The pass that makes the uninstaller: an installer that writes nothing else.
  SilentInstall silent
  Section
    WriteUninstaller "D:\Uninstall.exe"
  SectionEnd
  Section "un.all"
    SetShellVarContext all
    !insertmacro readUpdated
    !insertmacro CHECK_APP_RUNNING
    !insertmacro customUnInstall
    Delete "$INSTDIR\Lifeboat.exe"
  SectionEnd
!else
  Section
    SetShellVarContext all
    !insertmacro readUpdated
    !insertmacro CHECK_APP_RUNNING
    SetOutPath $INSTDIR
    File "/oname=Lifeboat.exe" "${APP}"
    !insertmacro customInstall
  SectionEnd
!endif
