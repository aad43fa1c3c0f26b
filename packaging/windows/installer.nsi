; Installs the client on Windows, for everybody or for one person (docs/windows-packages.md).
; Compiled by scripts/build-windows-installer, which writes facts.nsh, files.nsh and languages.nsh.
Unicode true
Target amd64-unicode
!include "${GENERATED}/facts.nsh"  ; VERSION, VERSION_OF_FILE, SIZE_KB, OUTPUT, ICON, SHOWN_NAME, PUBLISHER
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include TextFunc.nsh
!include WordFunc.nsh
!include nsDialogs.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Madoguchi"
!define HANDLER_KEY "Software\Classes\madoguchi"
!define SETTINGS_KEY "Software\madoguchi"  ; QSettings, in HKCU
!define LIST "installed.txt"
!define COMMAND '"$INSTDIR\madoguchi.exe" "%1"'

; Answers, from winerror.h, so that "net helpmsg" and programs that roll out know them.
!define INVALID_DATA 13
!define BUSY 170
!define ELEVATION_REQUIRED 740
!define OLD_WINDOWS 1150
!define CANCELLED 1223
!define FAILURE 1603
!define UNKNOWN_PRODUCT 1605
!define INSTALLER_RUNS 1618
!define OTHER_VERSION 1638
!define WRONG_OPTION 1639
!define SUCCESS_REBOOT 3010

!define ALREADY_EXISTS 183  ; what Windows answers for a mutex that is there
!define RENAME_ATTEMPTS 25
!define RENAME_PAUSE_MS 200
!define LEAST_BUILD 18362  ; Windows 10, 1903: the UTF-8 code page of the program's manifest

Name "Madoguchi"
OutFile "${OUTPUT}"
BrandingText "Madoguchi ${VERSION}"
; Everybody can start it. Where administrators are needed, it starts itself anew.
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave on
ShowInstDetails nevershow
ShowUninstDetails nevershow
AutoCloseWindow true
AllowSkipFiles off

VIProductVersion "${VERSION_OF_FILE}"
VIFileVersion "${VERSION_OF_FILE}"
VIAddVersionKey /LANG=0 "ProductName" "Madoguchi"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Madoguchi Setup"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${PUBLISHER}, Apache-2.0"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

Var Mode              ; AllUsers or CurrentUser
Var AskedFolder       ; /D=
Var PolicyFile        ; /POLICY=
Var WrongOption
Var IsElevated        ; started anew by itself, with an administrator's rights
Var KeepsSettings
Var MachineVersion    ; what is installed for everybody
Var MachineFolder
Var PersonVersion     ; and for this person
Var PersonFolder
Var InstalledVersion  ; of those, what is replaced
Var OtherVersion
Var Problem
Var Answer
Var Turn
Var Dialog
Var ForMe
Var ForEveryone
Var StartsNow

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_CANCEL_DEFAULT
!define MUI_UNABORTWARNING
!define MUI_UNABORTWARNING_CANCEL_DEFAULT
!define MUI_CUSTOMFUNCTION_GUIINIT startWindow
!define MUI_CUSTOMFUNCTION_UNGUIINIT un.startWindow
!include MUI2.nsh

Page custom askForWhom forWhomIsSaid " "
!insertmacro MUI_PAGE_INSTFILES
Page custom tellOfEnd atEnd " "
UninstPage custom un.askForRemoval "" " "
!insertmacro MUI_UNPAGE_INSTFILES
UninstPage custom un.tellOfEnd "" " "

!include "${GENERATED}/languages.nsh"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_WINDOWTITLE "${SHOWN_NAME}"
!define MUI_LANGDLL_INFO "言葉を 選んでください。$\r$\nPlease choose a language."
!define MUI_LANGDLL_ALWAYSSHOW
!insertmacro MUI_RESERVEFILE_LANGDLL

; Ends with ANSWER, after a word that is not said where nobody looks.
!macro STOP TEXT ANSWER
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel ${ANSWER}
  Quit
!macroend
!define Stop "!insertmacro STOP"

; What speaks against it, for the caller: $Problem and $Answer.
!macro REFUSE TEXT ANSWER
  StrCpy $Problem "${TEXT}"
  StrCpy $Answer ${ANSWER}
  Return
!macroend
!define Refuse "!insertmacro REFUSE"

!macro SHARED un

; Reads the options. One that is not known is kept in $WrongOption: misspelt, it could be the one that counts.
Function ${un}readOptions
  ${${un}GetParameters} $R0
  nextOption:
    StrCpy $R2 ""
    StrCpy $R3 outside
  nextCharacter:
    StrCpy $R1 $R0 1
    StrCpy $R0 $R0 "" 1
    ${If} $R1 == '"'
      ${If} $R3 == outside
        StrCpy $R3 inside
      ${Else}
        StrCpy $R3 outside
      ${EndIf}
      Goto nextCharacter
    ${ElseIf} $R1 != ""
    ${AndIfNot} "$R3$R1" == "outside "
      StrCpy $R2 "$R2$R1"
      Goto nextCharacter
    ${EndIf}
    StrCpy $R4 $R2 6
    StrCpy $R5 $R2 8
    ${If} $R2 == ""
    ${OrIf} $R2 == "/S"
    ${OrIf} $R2 == "/NCRC"
    ${ElseIf} $R2 == "/Elevated"
      StrCpy $IsElevated yes
    ${ElseIf} $R4 == "/LANG="
      StrCpy $R5 $R2 "" 6
      !insertmacro LANGUAGE_TAGGED $R5 $R4
      ${If} $R4 == ""
        StrCpy $WrongOption $R2
      ${Else}
        StrCpy $LANGUAGE $R4
        StrCpy $R9 said
      ${EndIf}
!if "${un}" == ""
    ${ElseIf} $R2 == "/AllUsers"
    ${OrIf} $R2 == "/CurrentUser"
      StrCpy $Mode $R2 "" 1
    ${ElseIf} $R5 == "/POLICY="
      StrCpy $PolicyFile $R2 "" 8
      GetFullPathName $R5 $PolicyFile
      ${If} $R5 != ""
        StrCpy $PolicyFile $R5
      ${EndIf}
!else
    ${ElseIf} $R2 == "/KeepSettings"
      StrCpy $KeepsSettings yes
!endif
    ${Else}
      StrCpy $WrongOption $R2
    ${EndIf}
    StrCmp $R1 "" 0 nextOption
FunctionEnd

Function ${un}readInstallations
  ReadRegStr $MachineVersion HKLM "${UNINSTALL_KEY}" DisplayVersion
  ReadRegStr $MachineFolder HKLM "${UNINSTALL_KEY}" InstallLocation
  ReadRegStr $PersonVersion HKCU "${UNINSTALL_KEY}" DisplayVersion
  ReadRegStr $PersonFolder HKCU "${UNINSTALL_KEY}" InstallLocation
FunctionEnd

; A program that runs cannot be written to. Asks until it is closed or somebody gives up: $0 is "no" then.
Function ${un}waitUntilClosed
  again:
    StrCpy $0 yes
    FindFirst $1 $2 "$INSTDIR\*.exe"
    ${DoWhile} $2 != ""
      ${If} $2 != "uninstall.exe"
        ClearErrors
        FileOpen $3 "$INSTDIR\$2" a
        ${If} ${Errors}
          StrCpy $0 no
        ${Else}
          FileClose $3
        ${EndIf}
      ${EndIf}
      FindNext $1 $2
    ${Loop}
    FindClose $1
    ${If} $0 == no
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(error_running)" /SD IDCANCEL IDRETRY again
    ${EndIf}
FunctionEnd

; One at a time on this machine: $0 is "no" where another one is at work.
Function ${un}beTheOnlyOne
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Global\MadoguchiSetup") p .s ?e'
  Pop $0
  Pop $Turn
  ${If} $Turn = 0
  ${OrIf} $0 = ${ALREADY_EXISTS}
    StrCpy $0 no
  ${EndIf}
FunctionEnd

; The last page may stay as long as it likes.
Function ${un}letOthersBegin
  System::Call 'kernel32::CloseHandle(p $Turn)'
FunctionEnd

; The next line of the list that is open as $5, into $R0; empty at its end. A path that would lead out of the
; program's folder is none of ours.
Function ${un}nextOfList
  next:
    ClearErrors
    FileRead $5 $R0
    ${If} ${Errors}
      StrCpy $R0 ""
      Return
    ${EndIf}
    ${${un}TrimNewLines} $R0 $R0
    StrCmp $R0 "" next
    ${${un}WordFind} "\$R0\" "\..\" "#" $R1
    StrCmp $R1 "\$R0\" 0 next
    ${${un}WordFind} "$R0" ":" "#" $R1
    StrCmp $R1 "$R0" 0 next
FunctionEnd

; The folders of the file $R0 of the program that have become empty.
Function ${un}removeEmptyFolders
  ${${un}GetParent} $R0 $R1
  ${DoWhile} $R1 != ""
    RMDir "$INSTDIR\$R1"
    ${${un}GetParent} $R1 $R1
  ${Loop}
FunctionEnd

; The program's own folder where nothing is in it any more.
Function ${un}removeFolder
  SetOutPath "$TEMP"  ; a folder that is the working one stays
  RMDir /r "$INSTDIR\.new"
  RMDir /r /REBOOTOK "$INSTDIR\.old"
  RMDir "$INSTDIR"
  ${If} $INSTDIR == "$LOCALAPPDATA\Programs\Madoguchi"
    RMDir "$LOCALAPPDATA\Programs"  ; where nobody else has anything, Windows does without it
  ${EndIf}
FunctionEnd

; Starts FILE anew with an administrator's rights and OPTIONS ($R1, $R2), waits, and gives what it answers in $0;
; CANCELLED where Windows was not given the permission. SHELLEXECUTEINFOW, 64 bits: the gaps are its own.
Function ${un}startElevated
  !define /redef SEE_MASK_NOCLOSEPROCESS 0x40
  System::Call '*(i 112, i ${SEE_MASK_NOCLOSEPROCESS}, p $HWNDPARENT, w "runas", w R1, w R2, p 0, i 1, i 0, p 0, p 0, p 0, p 0, i 0, i 0, p 0, p 0) p .r1'
  System::Call 'shell32::ShellExecuteExW(p r1) i .r2'
  ${If} $2 = 0
    StrCpy $0 ${CANCELLED}
    Return
  ${EndIf}
  System::Call '*$1(i, i, p, p, p, p, p, i, i, p, p, p, p, i, i, p, p .r2)'
  System::Call 'kernel32::WaitForSingleObject(p r2, i -1)'
  System::Call 'kernel32::GetExitCodeProcess(p r2, *i .r0)'
  System::Call 'kernel32::CloseHandle(p r2)'
FunctionEnd
!macroend

!insertmacro SHARED ""
!insertmacro SHARED "un."

; ---- Installation -------------------------------------------------------------------------------

Function .onInit
  StrCpy $AskedFolder $INSTDIR  ; there is no InstallDir: it is empty without /D=
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" InstallerLanguage
  ${If} $0 == ""
    ReadRegStr $0 HKLM "${UNINSTALL_KEY}" InstallerLanguage
  ${EndIf}
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
  Call readOptions
  Call readInstallations
  ${If} ${Silent}
    Call prepareSilently
  ${ElseIf} $R9 != said
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
FunctionEnd

; What has nothing to do with who will use it.
Function checkFirst
  StrCpy $Problem ""
  ${If} $WrongOption != ""
    ${Refuse} "$(error_option)" ${WRONG_OPTION}
  ${EndIf}
  ${IfNot} ${AtLeastBuild} ${LEAST_BUILD}
    ${Refuse} "$(error_windows)" ${OLD_WINDOWS}
  ${EndIf}
  ${If} $PolicyFile != ""
  ${AndIfNot} ${FileExists} "$PolicyFile"
    ${Refuse} "$(error_policyMissing)" ${WRONG_OPTION}
  ${EndIf}
FunctionEnd

; As the person begins: for everybody where that is what is there already, else for one.
Function chooseMode
  ${If} $Mode == ""
    StrCpy $Mode CurrentUser
    ${If} $MachineVersion != ""
    ${AndIf} $PersonVersion == ""
      StrCpy $Mode AllUsers
    ${EndIf}
  ${EndIf}
  Call useMode
FunctionEnd

Function useMode
  ${If} $Mode == AllUsers
    SetShellVarContext all
    StrCpy $InstalledVersion $MachineVersion
    StrCpy $OtherVersion $PersonVersion
    StrCpy $INSTDIR "$PROGRAMFILES64\Madoguchi"
    StrCpy $0 $MachineFolder
  ${Else}
    SetShellVarContext current
    StrCpy $InstalledVersion $PersonVersion
    StrCpy $OtherVersion $MachineVersion
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Madoguchi"
    StrCpy $0 $PersonFolder
  ${EndIf}
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${ElseIf} $AskedFolder != ""
    StrCpy $INSTDIR $AskedFolder
  ${EndIf}
FunctionEnd

; What speaks against an installation in this mode.
Function check
  StrCpy $Problem ""
  ${If} $InstalledVersion != ""
    ${VersionCompare} $InstalledVersion "${VERSION}" $0
    ${If} $0 = 1
      ${Refuse} "$(error_newer)" ${OTHER_VERSION}
    ${EndIf}
  ${EndIf}
  ${If} $Mode == CurrentUser
  ${AndIf} $MachineVersion != ""
    ${VersionCompare} $MachineVersion "${VERSION}" $0
    ${If} $0 <> 2
      ${Refuse} "$(error_forEveryone)" ${OTHER_VERSION}
    ${EndIf}
  ${EndIf}
  ${If} $AskedFolder != ""
  ${AndIf} $AskedFolder != $INSTDIR
    ${Refuse} "$(error_folderElsewhere)" ${WRONG_OPTION}
  ${EndIf}
  ; The policy lies beside the program: nobody else may write there.
  ${If} $Mode == AllUsers
    StrLen $0 "$PROGRAMFILES64\"
    StrCpy $1 $INSTDIR $0
    ${WordFind} "$INSTDIR\" "\..\" "#" $2
    ${If} $1 != "$PROGRAMFILES64\"
    ${OrIf} $2 != "$INSTDIR\"
      ${Refuse} "$(error_folderOpen)" ${WRONG_OPTION}
    ${EndIf}
  ${EndIf}
  Call checkFolder
FunctionEnd

; A folder that somebody names has nothing of others. What an interrupted installation left is ours, and a policy
; may have been put there before.
Function checkFolder
  ${If} $AskedFolder == ""
  ${OrIf} $InstalledVersion != ""
  ${OrIf} ${FileExists} "$INSTDIR\${LIST}"
  ${OrIf} ${FileExists} "$INSTDIR\.new\*.*"
    Return
  ${EndIf}
  FindFirst $1 $2 "$INSTDIR\*.*"
  ${DoWhile} $2 != ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
    ${AndIf} $2 != "client.json"
      FindClose $1
      ${Refuse} "$(error_folderTaken)" ${WRONG_OPTION}
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
FunctionEnd

; Gives "Admin" in $0 where the program may write for everybody.
Function readRights
  UserInfo::GetAccountType
  Pop $0
FunctionEnd

; For everybody without the rights: does it in a process that has them, whose answer is in $0.
Function installElevated
  StrCpy $R1 $EXEPATH
  !insertmacro TAG_OF_LANGUAGE $R2
  StrCpy $R2 "/Elevated /AllUsers /LANG=$R2"
  ${If} ${Silent}
    StrCpy $R2 "$R2 /S"
  ${EndIf}
  ${If} $PolicyFile != ""
    StrCpy $R2 '$R2 /POLICY="$PolicyFile"'
  ${EndIf}
  ${If} $AskedFolder != ""
    StrCpy $R2 "$R2 /D=$AskedFolder"
  ${EndIf}
  Call startElevated
FunctionEnd

Function prepareSilently
  Call checkFirst
  ${If} $Problem == ""
    Call chooseMode
    Call check
  ${EndIf}
  ${If} $Problem != ""
    SetErrorLevel $Answer
    Quit
  ${EndIf}
  Call readRights
  ${If} $Mode == AllUsers
  ${AndIf} $0 != Admin
    ${If} $IsElevated == yes
      ${Stop} "$(error_rights)" ${ELEVATION_REQUIRED}
    ${EndIf}
    Call installElevated
    SetErrorLevel $0
    Quit
  ${EndIf}
FunctionEnd

Function startWindow
  Call checkFirst
  ${If} $Problem == ""
    Call chooseMode
    ${If} $IsElevated == yes
      Call readRights
      ${If} $0 != Admin
        ${Stop} "$(error_rights)" ${ELEVATION_REQUIRED}
      ${EndIf}
      Call check
    ${EndIf}
  ${EndIf}
  ${If} $Problem != ""
    ${Stop} "$Problem" $Answer
  ${EndIf}
FunctionEnd

Function askForWhom
  ${If} $IsElevated == yes
    Abort  ; said before
  ${EndIf}
  ${If} $InstalledVersion == ""
    !insertmacro MUI_HEADER_TEXT "$(mode_title)" "$(mode_subtitle)"
  ${Else}
    !insertmacro MUI_HEADER_TEXT "$(update_title)" "$(update_subtitle)"
  ${EndIf}
  nsDialogs::Create 1018
  Pop $Dialog
  ${If} $InstalledVersion == ""
    ${NSD_CreateLabel} 0 0 100% 40u "$(mode_words)"
  ${Else}
    ${NSD_CreateLabel} 0 0 100% 40u "$(update_words)"
    GetDlgItem $0 $HWNDPARENT 1
    SendMessage $0 ${WM_SETTEXT} 0 "STR:$(button_update)"
  ${EndIf}
  Pop $0
  ${NSD_CreateLabel} 0 48u 100% 12u "$(mode_who)"
  Pop $0
  ${NSD_CreateFirstRadioButton} 8u 64u -8u 20u "$(mode_currentUser)"
  Pop $ForMe
  ${NSD_CreateAdditionalRadioButton} 8u 88u -8u 20u "$(mode_allUsers)"
  Pop $ForEveryone
  ${NSD_OnClick} $ForMe showShield
  ${NSD_OnClick} $ForEveryone showShield
  ${If} $Mode == AllUsers
    ${NSD_Check} $ForEveryone
    ${NSD_SetFocus} $ForEveryone
  ${Else}
    ${NSD_Check} $ForMe
    ${NSD_SetFocus} $ForMe
  ${EndIf}
  Push ""
  Call showShield
  nsDialogs::Show
FunctionEnd

; The shield of Windows on the button tells that permission will be asked for.
Function showShield
  Pop $0
  Call readRights
  StrCpy $2 $0
  ${NSD_GetState} $ForEveryone $1
  GetDlgItem $0 $HWNDPARENT 1
  !define /redef BCM_SETSHIELD 0x160C
  ${If} $1 = ${BST_CHECKED}
  ${AndIf} $2 != Admin
    SendMessage $0 ${BCM_SETSHIELD} 0 1
  ${Else}
    SendMessage $0 ${BCM_SETSHIELD} 0 0
  ${EndIf}
FunctionEnd

Function forWhomIsSaid
  ${NSD_GetState} $ForEveryone $0
  ${If} $0 = ${BST_CHECKED}
    StrCpy $Mode AllUsers
  ${Else}
    StrCpy $Mode CurrentUser
  ${EndIf}
  Call useMode
  Call check
  ${If} $Problem != ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "$Problem"
    Abort
  ${EndIf}
  Call readRights
  ${If} $Mode == CurrentUser
  ${OrIf} $0 == Admin
    Return
  ${EndIf}
  HideWindow
  Call installElevated
  ${If} $0 = ${CANCELLED}
    ShowWindow $HWNDPARENT ${SW_SHOW}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(error_rights)"
    Abort
  ${EndIf}
  SetErrorLevel $0
  Quit
FunctionEnd

; From $R6 to $R7. Whoever looks at new files, as virus scanners do, lets go of them soon.
Function rename
  StrCpy $R8 0
  ${Do}
    ClearErrors
    Rename "$R6" "$R7"
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    Sleep ${RENAME_PAUSE_MS}
    IntOp $R8 $R8 + 1
  ${LoopUntil} $R8 >= ${RENAME_ATTEMPTS}
  StrCpy $Problem yes
FunctionEnd

; Moves the file $R0 of the program out of the way. A folder in its place is somebody else's.
Function moveOut
  ${If} $Problem != ""
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\$R0\*.*"
    StrCpy $Problem yes
  ${ElseIf} ${FileExists} "$INSTDIR\$R0"
    ${GetParent} "$INSTDIR\.old\$R0" $R1
    CreateDirectory "$R1"
    Delete "$INSTDIR\.old\$R0"
    StrCpy $R6 "$INSTDIR\$R0"
    StrCpy $R7 "$INSTDIR\.old\$R0"
    Call rename
  ${EndIf}
FunctionEnd

; Puts the new file $R0 in its place. Where one could not, no other is tried.
Function moveIn
  ${If} $Problem == ""
    Call moveOut
  ${EndIf}
  ${If} $Problem != ""
    Return
  ${EndIf}
  ${GetParent} "$INSTDIR\$R0" $R1
  CreateDirectory "$R1"
  StrCpy $R6 "$INSTDIR\.new\$R0"
  StrCpy $R7 "$INSTDIR\$R0"
  Call rename
FunctionEnd

; Back to what was there.
Function moveBack
  ${If} ${FileExists} "$INSTDIR\.old\$R0"
    Delete "$INSTDIR\$R0"
    ${GetParent} "$INSTDIR\$R0" $R1
    CreateDirectory "$R1"
    StrCpy $R6 "$INSTDIR\.old\$R0"
    StrCpy $R7 "$INSTDIR\$R0"
    Call rename
  ${ElseIf} $R2 == new
  ${AndIfNot} ${FileExists} "$INSTDIR\.new\$R0"
    Delete "$INSTDIR\$R0"
    Call removeEmptyFolders
  ${EndIf}
FunctionEnd

!macro EACH_OF LISTED ACTION
  ClearErrors
  FileOpen $5 "${LISTED}" r
  ${IfNot} ${Errors}
    ${Do}
      Call nextOfList
      ${If} $R0 == ""
        ${ExitDo}
      ${EndIf}
      Call ${ACTION}
    ${Loop}
    FileClose $5
  ${EndIf}
!macroend
!define EachOf "!insertmacro EACH_OF"

; NSIS has said so itself: nothing but the new files lies there by then.
Function .onInstFailed
  Call removeFolder
  SetErrorLevel ${FAILURE}
FunctionEnd

; All new files stand beside the old ones before the first of these goes; from then on there are only renames, which
; are undone where one fails. What nobody's list names, such as an operator's certificates, stays.
Function exchangeFiles
  StrCpy $Problem ""
  CreateDirectory "$INSTDIR\.old"
  ${If} ${FileExists} "$INSTDIR\${LIST}"
    StrCpy $R0 "${LIST}"
    Call moveOut
  ${EndIf}
  ; Of what is listed there, it is itself moved.
  Delete "$PLUGINSDIR\old.txt"
  CopyFiles /SILENT "$INSTDIR\.old\${LIST}" "$PLUGINSDIR\old.txt"
  ${If} $Problem == ""
    ${EachOf} "$PLUGINSDIR\old.txt" moveOut
  ${EndIf}
  ${If} $Problem == ""
    ${EachOf} "$PLUGINSDIR\${LIST}" moveIn
  ${EndIf}
  ${If} $Problem == ""
  ${AndIf} $PolicyFile != ""
    StrCpy $R0 client.json
    Call moveIn
  ${EndIf}
  ${If} $Problem != ""
    StrCpy $R2 new
    ${EachOf} "$PLUGINSDIR\${LIST}" moveBack
    StrCpy $R2 old
    ${EachOf} "$PLUGINSDIR\old.txt" moveBack
    StrCpy $R0 client.json
    Call moveBack
  ${Else}
    ${EachOf} "$PLUGINSDIR\old.txt" removeEmptyFolders
  ${EndIf}
FunctionEnd

Section
  InitPluginsDir
  Call beTheOnlyOne
  ${If} $0 == no
    ${Stop} "$(error_busy)" ${INSTALLER_RUNS}
  ${EndIf}
  Call waitUntilClosed
  ${If} $0 == no
    SetErrorLevel ${BUSY}
    Quit
  ${EndIf}

  SetDetailsPrint textonly
  DetailPrint "$(installing_copying)"
  SetDetailsPrint none
  RMDir /r "$INSTDIR\.new"
  SetOverwrite try  ; an error is ours to tell
  ClearErrors
  File "/oname=$PLUGINSDIR\${LIST}" "${GENERATED}/${LIST}"
!ifdef POLICY
  ; That of whoever hands the installer out, where there is none.
  ${If} $PolicyFile == ""
  ${AndIfNot} ${FileExists} "$INSTDIR\client.json"
    File "/oname=$PLUGINSDIR\client.json" "${POLICY}"
    StrCpy $PolicyFile "$PLUGINSDIR\client.json"
  ${EndIf}
!endif
  !include "${GENERATED}/files.nsh"
  SetOutPath "$INSTDIR\.new"
  WriteUninstaller "$INSTDIR\.new\uninstall.exe"
  ${If} $PolicyFile != ""
    CopyFiles /SILENT "$PolicyFile" "$INSTDIR\.new\client.json"
  ${EndIf}
  ${If} ${Errors}
    Call removeFolder
    ${Stop} "$(error_write)" ${FAILURE}
  ${EndIf}
  ${If} $PolicyFile != ""
    ; The program itself says whether it would start with it.
    SetOutPath "$TEMP"
    StrCpy $0 1
    ExecWait '"$INSTDIR\.new\madoguchi.exe" --check-policy "$INSTDIR\.new\client.json"' $0
    ${If} $0 <> 0
      Call removeFolder
      ${Stop} "$(error_policyUnusable)" ${INVALID_DATA}
    ${EndIf}
  ${EndIf}

  SetDetailsPrint textonly
  DetailPrint "$(installing_placing)"
  SetDetailsPrint none
  Call exchangeFiles
  ${If} $Problem != ""
    Call removeFolder
    ${Stop} "$(error_write)" ${FAILURE}
  ${EndIf}
  Call register
  Call removeFolder
  Call letOthersBegin
  ${If} ${RebootFlag}
    SetErrorLevel ${SUCCESS_REBOOT}
  ${EndIf}
SectionEnd

Function register
  SetOutPath "$INSTDIR"
  CreateShortcut /NoWorkingDir "$SMPROGRAMS\${SHOWN_NAME}.lnk" "$INSTDIR\madoguchi.exe" "" "$INSTDIR\madoguchi.exe" 0 \
    SW_SHOWNORMAL "" "$(shortcut_comment)"
  WriteRegStr SHCTX "${HANDLER_KEY}" "" "URL:Madoguchi"
  WriteRegStr SHCTX "${HANDLER_KEY}" "URL Protocol" ""
  WriteRegStr SHCTX "${HANDLER_KEY}\DefaultIcon" "" "$INSTDIR\madoguchi.exe,0"
  WriteRegStr SHCTX "${HANDLER_KEY}\shell\open\command" "" '${COMMAND}'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" DisplayName "${SHOWN_NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" DisplayVersion "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" DisplayIcon "$INSTDIR\madoguchi.exe,0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" Publisher "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" InstallLocation "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" InstallerLanguage $LANGUAGE
  WriteRegStr SHCTX "${UNINSTALL_KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" EstimatedSize ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" NoModify 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" NoRepair 1
FunctionEnd

Function tellOfEnd
  !insertmacro MUI_HEADER_TEXT "$(installed_title)" "$(installed_subtitle)"
  nsDialogs::Create 1018
  Pop $Dialog
  ${NSD_CreateLabel} 0 0 100% 40u "$(installed_words)"
  Pop $0
  ${NSD_CreateCheckBox} 0 44u 100% 14u "$(installed_start)"
  Pop $StartsNow
  ${NSD_Check} $StartsNow
  ${NSD_SetFocus} $StartsNow
  ${If} $Mode == AllUsers
  ${AndIf} $OtherVersion != ""
    ${NSD_CreateLabel} 0 68u 100% 60u "$(installed_besides)"
    Pop $0
  ${EndIf}
  Call onlyCloses
  nsDialogs::Show
FunctionEnd

Function atEnd
  ${NSD_GetState} $StartsNow $0
  ${If} $0 = ${BST_CHECKED}
    ${If} $IsElevated == yes
      ; As the person, not as the administrator.
      Exec '"$WINDIR\explorer.exe" "$INSTDIR\madoguchi.exe"'
    ${Else}
      Exec '"$INSTDIR\madoguchi.exe"'
    ${EndIf}
  ${EndIf}
FunctionEnd

; The last page: there is no way back and nothing to cancel.
!macro ONLY_CLOSES un
Function ${un}onlyCloses
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(button_close)"
  GetDlgItem $0 $HWNDPARENT 2
  ShowWindow $0 ${SW_HIDE}
  GetDlgItem $0 $HWNDPARENT 3
  ShowWindow $0 ${SW_HIDE}
FunctionEnd
!macroend
!insertmacro ONLY_CLOSES ""
!insertmacro ONLY_CLOSES "un."

; ---- Removal ------------------------------------------------------------------------------------

Function un.onInit
  Call un.readInstallations
  StrCpy $Mode ""
  ${If} $INSTDIR == $MachineFolder
    StrCpy $Mode AllUsers
    SetShellVarContext all
  ${ElseIf} $INSTDIR == $PersonFolder
    StrCpy $Mode CurrentUser
    SetShellVarContext current
  ${EndIf}
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" InstallerLanguage
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
  Call un.readOptions
  ${If} ${Silent}
    Call un.begin
  ${EndIf}
FunctionEnd

Function un.startWindow
  Call un.begin
FunctionEnd

; As the person where that is enough; else the program in the folder that only administrators write is started anew.
Function un.begin
  ${If} $WrongOption != ""
    ${Stop} "$(error_option)" ${WRONG_OPTION}
  ${EndIf}
  ${If} $Mode == ""
    ${Stop} "$(error_notInstalled)" ${UNKNOWN_PRODUCT}
  ${EndIf}
  UserInfo::GetAccountType
  Pop $0
  ${If} $Mode == AllUsers
  ${AndIf} $0 != Admin
    ${If} $IsElevated == yes
      ${Stop} "$(error_rights)" ${ELEVATION_REQUIRED}
    ${EndIf}
    Call un.uninstallElevated
  ${EndIf}
FunctionEnd

Function un.uninstallElevated
  !insertmacro TAG_OF_LANGUAGE $R2
  StrCpy $R2 "/Elevated /LANG=$R2"
  ${If} ${Silent}
    StrCpy $R2 "$R2 /S"
  ${EndIf}
  ${If} $KeepsSettings == yes
    StrCpy $R2 "$R2 /KeepSettings"
  ${EndIf}
  StrCpy $R1 "$INSTDIR\uninstall.exe"
  Call un.startElevated
  ${If} $0 = ${CANCELLED}
    ${Stop} "$(error_rights)" ${CANCELLED}
  ${EndIf}
  SetErrorLevel $0
  Quit
FunctionEnd

Function un.askForRemoval
  !insertmacro MUI_HEADER_TEXT "$(removal_title)" "$(removal_subtitle)"
  nsDialogs::Create 1018
  Pop $Dialog
  ${NSD_CreateLabel} 0 0 100% 100% "$(removal_words)"
  Pop $0
  nsDialogs::Show
FunctionEnd

Function un.tellOfEnd
  !insertmacro MUI_HEADER_TEXT "$(removed_title)" "$(removed_subtitle)"
  nsDialogs::Create 1018
  Pop $Dialog
  ${If} ${RebootFlag}
    ${NSD_CreateLabel} 0 0 100% 100% "$(removed_words)$\r$\n$\r$\n$(removed_later)"
  ${Else}
    ${NSD_CreateLabel} 0 0 100% 100% "$(removed_words)"
  ${EndIf}
  Pop $0
  Call un.onlyCloses
  nsDialogs::Show
FunctionEnd

Section Uninstall
  SetAutoClose true
  InitPluginsDir
  Call un.beTheOnlyOne
  ${If} $0 == no
    ${Stop} "$(error_busy)" ${INSTALLER_RUNS}
  ${EndIf}
  Call un.waitUntilClosed
  ${If} $0 == no
    SetErrorLevel ${BUSY}
    Quit
  ${EndIf}
  CopyFiles /SILENT "$INSTDIR\${LIST}" "$PLUGINSDIR\${LIST}"
  FileOpen $5 "$PLUGINSDIR\${LIST}" r
  ${Do}
    Call un.nextOfList
    ${If} $R0 == ""
      ${ExitDo}
    ${EndIf}
    Delete /REBOOTOK "$INSTDIR\$R0"
    Call un.removeEmptyFolders
  ${Loop}
  FileClose $5
  Delete /REBOOTOK "$INSTDIR\${LIST}"
  Delete "$INSTDIR\client.json"
  Call un.removeFolder

  Delete "$SMPROGRAMS\${SHOWN_NAME}.lnk"
  ReadRegStr $0 SHCTX "${HANDLER_KEY}\shell\open\command" ""
  ${If} $0 == '${COMMAND}'
    DeleteRegKey SHCTX "${HANDLER_KEY}"
  ${EndIf}
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  Call un.readInstallations
  ${If} $KeepsSettings != yes
  ${AndIf} "$MachineVersion$PersonVersion" == ""
    DeleteRegKey HKCU "${SETTINGS_KEY}"
  ${EndIf}
  Call un.letOthersBegin
  ${If} ${RebootFlag}
    SetErrorLevel ${SUCCESS_REBOOT}
  ${EndIf}
SectionEnd
