@echo off
rem Runs Rashomon. RASHOMON_OPTS holds options for Java and wins over those below.
setlocal
set "root=%~dp0"
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if exist "%root%java\bin\java.exe" set "java=%root%java\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo rashomon: needs Java 17 or newer, and finds none; install one or set JAVA_HOME 1>&2
    exit /b 1
)
"%java%" -Xmx1g -XX:-UsePerfData -XX:+UseParallelGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 "-Drashomon.office=%root%office\*" %RASHOMON_OPTS% -cp "%root%lib\*" org.rashomon.cli.Main %*
exit /b %errorlevel%
