; Installs Clearing for the person who runs it: no administrator, no questions, nothing outside their own folders.
;
;   makensis -DVERSION=0.1.0 -DFOLDER=dist/Clearing -DICON=build/made/clearing.ico -DWORDS=build/made/words.nsh \
;            -DTARGET=dist/Clearing.exe clearing.nsi
;
; WORDS is made by `languages.py windows`: it says this in the language of the system, where it is one of ours.
; Paths are those of where makensis runs. Installed silently with /S; another folder with /D=C:\folder, at the end.
; Removing takes away what was installed, by name, and leaves the library, which is in %LOCALAPPDATA%\Clearing.

Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh

!define NAME "Clearing"
!define TYPE "Clearing.Session"
!define CLASSES "Software\Classes"
!define APPLICATION "Software\Microsoft\Windows\CurrentVersion\App Paths\clearing.exe"
!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Clearing"
!define FILES_CHANGED 0x08000000 ; SHCNE_ASSOCCHANGED

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Clearing"
InstallDirRegKey HKCU "${REMOVAL}" "InstallLocation"
SetDateSave off
BrandingText " "

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "Installs Clearing"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\clearing.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(OPEN_NOW)"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English" ; the first, said where the system speaks none of the others
LangString OPEN_NOW ${LANG_ENGLISH} "Open Clearing now"
LangString IS_OPEN ${LANG_ENGLISH} "Clearing is open. Nothing was changed. Close Clearing, then do this again."
LangString SESSION_FILE ${LANG_ENGLISH} "Clearing session"
!include /CHARSET=UTF8 "${WORDS}"

; A program that runs cannot be replaced or removed: said before anything is changed.
!macro REFUSE_WHILE_OPEN WHAT
  IfFileExists "$INSTDIR\clearing.exe" 0 closed_${WHAT}
  ClearErrors
  FileOpen $0 "$INSTDIR\clearing.exe" a
  IfErrors open_${WHAT}
  FileClose $0
  Goto closed_${WHAT}
  open_${WHAT}:
  MessageBox MB_OK|MB_ICONINFORMATION "$(IS_OPEN)" /SD IDOK
  SetErrorLevel 2
  Quit
  closed_${WHAT}:
!macroend

!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\clearing.exe"
!macroend

Section "Clearing"
  !insertmacro REFUSE_WHILE_OPEN install
  !insertmacro REMOVE_PROGRAM ; of an older version, whose parts may have other names
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\Clearing.lnk" "$INSTDIR\clearing.exe"

  WriteRegStr HKCU "${APPLICATION}" "" "$INSTDIR\clearing.exe"

  WriteRegStr HKCU "${CLASSES}\.clearing" "" "${TYPE}"
  WriteRegStr HKCU "${CLASSES}\.clearing\OpenWithProgids" "${TYPE}" ""
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "" "$(SESSION_FILE)"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\DefaultIcon" "" "$INSTDIR\clearing.exe,0"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\clearing.exe" open "%1"'

  WriteRegStr HKCU "${REMOVAL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\clearing.exe"
  WriteRegStr HKCU "${REMOVAL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${REMOVAL}" "EstimatedSize" $0

  System::Call 'shell32::SHChangeNotify(i ${FILES_CHANGED}, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  !insertmacro REFUSE_WHILE_OPEN removal
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; stays where somebody keeps files of their own in it
  Delete "$SMPROGRAMS\Clearing.lnk"

  DeleteRegKey HKCU "${APPLICATION}"
  DeleteRegKey HKCU "${REMOVAL}"
  DeleteRegKey HKCU "${CLASSES}\${TYPE}"
  DeleteRegValue HKCU "${CLASSES}\.clearing\OpenWithProgids" "${TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.clearing\OpenWithProgids"
  ReadRegStr $0 HKCU "${CLASSES}\.clearing" ""
  StrCmp $0 "${TYPE}" 0 another_program
  DeleteRegValue HKCU "${CLASSES}\.clearing" ""
  another_program:
  DeleteRegKey /ifempty HKCU "${CLASSES}\.clearing"

  System::Call 'shell32::SHChangeNotify(i ${FILES_CHANGED}, i 0, p 0, p 0)'
SectionEnd
