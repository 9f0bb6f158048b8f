"""Our side of bench/peers, bench/peers-audio and bench/peers-maps: a warm Java process that takes turns with the peers."""

import json
import os
import pathlib
import platform
import subprocess
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent


class Ours:
    """Answers one request a line."""

    def __init__(self, folder, main, *arguments):
        library = REPOSITORY / "workbench-bench/target/lib"
        self.name = pathlib.Path(sys.argv[0]).name
        if not any(library.glob("workbench-bench-*.jar")):
            sys.exit(f"bench/{self.name}: the benchmarks are not built: mvn package -DskipTests")
        home = os.environ.get("SEGUE_JAVA_HOME") or os.environ.get("JAVA_HOME")
        java = str(pathlib.Path(home) / "bin/java") if home else "java"
        self.folder = folder
        self.errors = folder / "errors"
        self.process = subprocess.Popen(
            [java, "--add-modules", "jdk.incubator.vector", "--sun-misc-unsafe-memory-access=allow",
             "--enable-native-access=ALL-UNNAMED", "-cp", f"{library}/*", main, *map(str, arguments)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors.open("w"), text=True)

    def ask(self, **request):
        """What the Java process answers: a dictionary."""
        try:
            self.process.stdin.write(json.dumps(request) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit(f"bench/{self.name}: our own side failed (it needs JDK 25 in JAVA_HOME):\n" + self.errors.read_text()[:1000])
        return json.loads(answer)

    def close(self):
        self.process.stdin.close()


def machine():
    """The processor's name, and how many cores may be used."""
    try:
        names = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
    except OSError:
        names = []
    return f"{names[0] if names else platform.processor()}, {os.cpu_count()} cores"
