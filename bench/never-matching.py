#!/usr/bin/env python3
"""never-matching.py [PART...]   makes each pattern of the engine match nothing, one at a time, and lists those that no test notices.

A pattern that no test notices can break unseen: it needs a row with near misses in a test, or it goes. A PART is a piece of a path
(`annotate/times`, `Corpus.java`); only files that hold one are tried, without any all are. A pattern is a call of Pattern.compile, or
of matches, replaceAll, replaceFirst or split on a string whose first argument is a literal with a sign of regular expressions in it,
or a construction, which PhrasePattern.of takes from a table with all rows of its name.

Main and test sources are copied and compiled in a temporary folder, so that one may go on working; the tests (*Test, without the
weights of the learned reader) run in one Java machine, those of the same package first, until one fails that passes on the sources
as they are. A pattern takes some seconds, a survivor as long as all tests. A pattern with which a test hangs counts as noticed.

  --weights         with the learned reader's weights on the class path: slower
  --tests REGEX     only test classes whose full name holds a match; without it all but those that draw their texts by chance
                    (*PropertyTest), which prove nothing here, and those that read none
  --list            only list the patterns
  --sample N        N of them, drawn by lot (--seed)
  --limit SECONDS   for one pattern, 300 by default; give more on a machine that does other work, since what hangs counts as noticed
Exit status 1 when a pattern survives. Python 3.8+, a JDK 17, Maven; run `mvn -pl engine -am test` once before, which fetches JUnit's launcher.
"""
import argparse, os, queue, random, re, shutil, subprocess, sys, tempfile, threading, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENGINE = os.path.join(ROOT, "engine")
MAIN = os.path.join(ENGINE, "src", "main", "java")
TEST = os.path.join(ENGINE, "src", "test", "java")
NEVER = '"(?!)"'
# A table whose one construction wants a word before where nothing stands.
NEVER_TABLE, NEVER_NAME = "en/never.tsv", "never"
NEVER_ROW = "* ^"
CALL = re.compile(r'\bPhrasePattern\s*\.\s*of\s*\(|\bPattern\s*\.\s*compile\s*\(|\.\s*(?:matches|replaceAll|replaceFirst|split)\s*\((?=\s*")')
SIGNS = re.compile(r"[\[\](){}|*+?.^$\\]")
# One Java machine tries this many, as what it loaded for a pattern may not all be let go.
TRIES = 60

RUNNER = r"""
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests named on the command line against what each line of the input names: package, source (- for none), folder. */
public class NeverMatching {
    private static final Set<String> usual = new HashSet<>();
    private static final Map<String, Long> nanos = new HashMap<>();

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(System.out);
        String classPath = args[0];
        List<String> tests = List.of(args[1].split(","));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] cells = line.split("\t");
            boolean base = cells[1].equals("-");
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            boolean compiles = base || ToolProvider.getSystemJavaCompiler().run(null, said, said, "-proc:none", "-nowarn",
                    "-d", cells[2], "-cp", classPath + File.pathSeparator + System.getProperty("java.class.path"), cells[1]) == 0;
            out.println(compiles ? tried(cells[0], cells[2] + File.pathSeparator + classPath, tests, base)
                    : "no source: " + said.toString().replace('\n', ' '));
            out.flush();
        }
        System.exit(0);
    }

    private static String tried(String room, String classPath, List<String> tests, boolean base) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String path : classPath.split(File.pathSeparator)) {
            urls.add(new File(path).toURI().toURL());
        }
        List<String> order = new ArrayList<>(tests);
        order.sort(Comparator.comparingInt((String test) -> -shared(room, test)).thenComparingLong(test -> nanos.getOrDefault(test, 0L)));
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), NeverMatching.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            for (String test : order) {
                long start = System.nanoTime();
                String failed = failed(loader, test, base);
                nanos.merge(test, System.nanoTime() - start, Math::min);
                if (failed != null) {
                    return "noticed by " + failed;
                }
            }
        }
        return base ? usual.size() + " tests fail without any change and do not count" : "SURVIVES";
    }

    /** The first test of a class that fails, though it does not as the sources are. */
    private static String failed(ClassLoader loader, String test, boolean base) throws Exception {
        List<String> failed = new ArrayList<>();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(Class.forName(test, false, loader)))
                        .configurationParameter("jqwik.database", "")
                        .build(),
                new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier id, TestExecutionResult result) {
                        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                            if (base) {
                                usual.add(id.getUniqueId());
                            } else if (!usual.contains(id.getUniqueId())) {
                                failed.add(test + ": " + id.getDisplayName().replaceAll("\\s+", " "));
                            }
                        }
                    }
                });
        return failed.isEmpty() ? null : failed.get(0);
    }

    /** How many parts of the package a test's name shares. */
    private static int shared(String room, String test) {
        String[] one = room.split("\\.");
        String[] other = test.split("\\.");
        int i = 0;
        while (i < one.length && i < other.length && one[i].equals(other[i])) {
            i++;
        }
        return i;
    }
}
"""


def blank(source):
    """The source with comments, and what stands in literals, as blanks: same length."""
    token = re.compile(r'//[^\n]*|/\*.*?\*/|"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)
    def blanked(match):
        text = match.group()
        edge = "" if text[0] == "/" else text[0]
        return edge + " " * (len(text) - 2 * len(edge)) + edge
    return token.sub(blanked, source)


def sites(source):
    """(start, end, arguments that match nothing) of what makes a pattern: all arguments of a compile or a construction, else the first."""
    code = blank(source)
    for call in CALL.finditer(code):
        depth, at, comma = 1, call.end(), None
        while depth:
            depth += {"(": 1, ")": -1}.get(code[at], 0)
            if depth == 1 and code[at] == "," and comma is None:
                comma = at
            at += 1
        construction = call.group().startswith("Phrase")
        whole = construction or call.group().startswith("Pattern")
        end = at - 1 if whole or comma is None else comma
        if whole or SIGNS.search(source[call.end():end].strip()[1:-1]):
            yield call.end(), end, '"%s", "%s"' % (NEVER_TABLE, NEVER_NAME) if construction else NEVER


def class_path():
    """The engine's libraries and those of its tests, as Maven has them, and JUnit's launcher beside its engine."""
    listed = tempfile.mktemp(suffix=".classpath")
    goal = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath"
    command = ["mvn", "-B", "-q", "-pl", "models,engine", "test-compile", goal, "-Dmdep.outputFile=" + listed, "-Dspotless.check.skip=true"]
    for extra in (["-o"], []):
        run = subprocess.run(command + extra, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if run.returncode == 0:
            break
    else:
        sys.exit(run.stdout)
    with open(listed) as lines:
        paths = lines.read().strip().split(os.pathsep)
    os.remove(listed)
    engine = next(path for path in paths if "junit-platform-engine" in os.path.basename(path))
    launcher = engine.replace("junit-platform-engine", "junit-platform-launcher")
    if not os.path.exists(launcher):
        sys.exit("no " + launcher + ": run mvn -pl engine -am test once, which fetches it")
    return paths + [launcher]


class Machine:
    """The Java machine that compiles and tests; begun anew when one pattern took too long."""

    def __init__(self, command, limit):
        self.command, self.limit, self.process, self.tries = command, limit, None, 0

    def ask(self, *cells):
        if self.process is None or self.tries == TRIES:
            self.stop()
            self.start()
        self.tries += 1
        answer = self.send(cells, self.limit)
        if answer is None:
            self.stop()
            return "hangs or ends the machine"
        return answer

    def start(self):
        self.process = subprocess.Popen(self.command, cwd=ENGINE, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        self.answers, self.tries = queue.Queue(), 0
        threading.Thread(target=self.read, args=(self.process, self.answers), daemon=True).start()
        self.usual = self.send(("org", "-", "."), 1200)

    @staticmethod
    def read(process, answers):
        for line in process.stdout:
            answers.put(line.strip())
        answers.put(None)

    def send(self, cells, limit):
        self.process.stdin.write("\t".join(cells) + "\n")
        self.process.stdin.flush()
        try:
            return self.answers.get(timeout=limit)
        except queue.Empty:
            return None

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.wait()
        self.process = None


def files(folder):
    return sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names if name.endswith(".java"))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("part", nargs="*")
    options.add_argument("--weights", action="store_true")
    options.add_argument("--tests", default=r"(?<!Property)(?<!Architecture)(?<!Surface)Test$")
    options.add_argument("--list", action="store_true")
    options.add_argument("--sample", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--limit", type=int, default=300)
    asked = options.parse_args()
    found = []
    for path in files(MAIN):
        name = os.path.relpath(path, MAIN)
        if not asked.part or any(part in name for part in asked.part):
            with open(path, encoding="utf-8") as text:
                source = text.read()
            for start, end, never in sites(source):
                line = source.count("\n", 0, start) + 1
                found.append((name, line, start, end, never, source))
    if asked.sample and asked.sample < len(found):
        drawn = set(random.Random(asked.seed).sample(range(len(found)), asked.sample))
        found = [site for at, site in enumerate(found) if at in drawn]
    if asked.list:
        for name, line, start, end, _, source in found:
            print("%s:%d\t%s" % (name, line, " ".join(source[start:end].split())))
        return
    if not found:
        sys.exit("no pattern there")
    with tempfile.TemporaryDirectory(prefix="never-matching-") as temp:
        sys.exit(run(found, asked, temp))


def run(found, asked, temp):
    libraries = [path for path in class_path()
                 if asked.weights or os.path.join(ROOT, "models") not in path and "rashomon-models" not in path]
    kept, tested, runner = (os.path.join(temp, name) for name in ("main", "test", "runner"))
    shutil.copytree(os.path.join(ENGINE, "src", "main", "resources"), kept)
    shutil.copytree(os.path.join(ENGINE, "src", "test", "resources"), tested)
    with open(os.path.join(kept, "org", "rashomon", NEVER_TABLE), "w") as text:
        text.write("%s\t%s\n" % (NEVER_NAME, NEVER_ROW))
    os.mkdir(runner)
    with open(os.path.join(runner, "NeverMatching.java"), "w") as text:
        text.write(RUNNER)
    joined = os.pathsep.join(libraries)
    javac = ["javac", "-proc:none", "-nowarn", "-parameters", "-encoding", "UTF-8", "-d"]
    subprocess.run(javac + [kept, "-cp", joined] + files(MAIN), check=True)
    subprocess.run(javac + [tested, "-cp", kept + os.pathsep + joined] + files(TEST), check=True)
    subprocess.run(javac + [runner, "-cp", joined, os.path.join(runner, "NeverMatching.java")], check=True)
    tests = [os.path.relpath(path, TEST)[:-5].replace(os.sep, ".") for path in files(TEST) if path.endswith("Test.java")]
    tests = [test for test in tests if re.search(asked.tests, test)]
    machine = Machine(["java", "-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", runner + os.pathsep + joined,
                       "NeverMatching", kept + os.pathsep + tested, ",".join(tests)], asked.limit)
    survivors, began = [], time.time()
    try:
        for number, (name, line, start, end, never, source) in enumerate(found, 1):
            changed, out = os.path.join(temp, "changed"), os.path.join(temp, "out", str(number))
            os.makedirs(os.path.dirname(os.path.join(changed, name)), exist_ok=True)
            os.makedirs(out)
            with open(os.path.join(changed, name), "w", encoding="utf-8") as text:
                text.write(source[:start] + never + source[end:])
            answer = machine.ask(os.path.dirname(name).replace(os.sep, "."), os.path.join(changed, name), out)
            if number == 1:
                print("%d patterns, %d test classes; %s" % (len(found), len(tests), machine.usual), file=sys.stderr)
            print("%d/%d %ds %s:%d %s" % (number, len(found), time.time() - began, name, line, answer[:120]), file=sys.stderr, flush=True)
            if answer == "SURVIVES" or answer.startswith("no source"):
                survivors.append("%s:%d\t%s\t%s" % (name, line, answer[:80], " ".join(source[start:end].split())))
    finally:
        machine.stop()
    for survivor in survivors:
        print(survivor)
    print("%d of %d patterns survive" % (len(survivors), len(found)))
    return 1 if survivors else 0


if __name__ == "__main__":
    main()
