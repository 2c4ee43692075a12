@echo off
rem Starts heapline on the Java runtime that lies beside this file.
setlocal
set JAVA_TOOL_OPTIONS=
set JDK_JAVA_OPTIONS=
set _JAVA_OPTIONS=
set "lib=%~dp0..\lib"
set cache=
if exist "%lib%\heapline.aot" set cache=-XX:AOTCache="%lib%\heapline.aot"
"%lib%\runtime\bin\java.exe" "@%lib%\heapline.options" %cache% %HEAPLINE_JAVA_OPTIONS% -m heapline/dev.heapline.app.Main %*
