; A program that only writes down how it was started, below D:\; it ends with the number in D:\answer.txt, if there is one.
Unicode true
Target amd64-unicode
Name "Lifeboat"
OutFile "${OUT}"
SilentInstall silent
RequestExecutionLevel user
!include FileFunc.nsh
Section
  ${GetParameters} $1
  FileOpen $0 "D:\calls.txt" a
  FileSeek $0 0 END
  FileWrite $0 "$1$\r$\n"
  FileClose $0
  IfFileExists "D:\answer.txt" 0 done
  FileOpen $0 "D:\answer.txt" r
  FileRead $0 $2
  FileClose $0
  SetErrorLevel $2
  done:
SectionEnd
