"""Two thousand cells of every kind in one kernel: the answers stay right and memory stays flat."""
import os
import unittest

from kernels import Kernel, clock

CELLS = int(os.environ.get("SEGUE_SOAK_CELLS", "2000"))
MEASURE = """
for (int gc = 0; gc < 3; gc++) System.gc();
var pools = java.lang.management.ManagementFactory.getMemoryPoolMXBeans();
long heap = java.lang.management.ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
long meta = pools.stream().filter(p -> p.getName().contains("Metaspace")).mapToLong(p -> p.getUsage().getUsed()).sum();
long code = pools.stream().filter(p -> p.getName().contains("Code")).mapToLong(p -> p.getUsage().getUsed()).sum();
heap / 1024 + " " + meta / 1024 + " " + code / 1024 + " " + Thread.getAllStackTraces().size()
    + " " + java.lang.management.ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()
"""
# What the second half of the cells may add, in MiB (threads and classes: as many), once the first has warmed everything
# up. The soak redeclares five names of each kind, so the classes of all other cells can go.
BOUNDS = {"heap": 12, "metaspace": 2, "code": 24, "threads": 3, "classes": 150, "rss": 60}


def cell(number):
    """Code, and the value, output or kind of error that it must give. Ten kinds, all names from a small set."""
    n, kind = number, number % 10
    slot = (n // 10) % 5
    return (
        (f"{n} * 2 + 1", ("value", str(n * 2 + 1))),
        (f"int var{slot} = {n};\nvar{slot}", ("value", str(n))),
        (f"class Shape{slot} {{ int side = {n}; int area() {{ return side * {n % 7}; }} }}\nnew Shape{slot}().area()",
         ("value", str(n * (n % 7)))),
        (f'record Pair{slot}(int left, String right) {{}}\nnew Pair{slot}({n}, "r").left()', ("value", str(n))),
        (f"IntStream.range(0, 100).map(i -> i * {n % 9}).filter(i -> i % 2 == 0).sum()",
         ("value", str(sum(i * (n % 9) for i in range(100) if i * (n % 9) % 2 == 0)))),
        (f'for (int i = 0; i < 20; i++) System.out.println("line " + i + " of {n}");',
         ("output", "".join(f"line {i} of {n}\n" for i in range(20)))),
        (f'int method{slot}(int x) {{ return x + {n}; }}\nmethod{slot}(1)', ("value", str(n + 1))),
        (f'throw new IllegalStateException("number {n}");', ("error", f"number {n}")),
        (f'display("<b>{n}</b>", "text/html");', ("display", f"<b>{n}</b>")),
        (f"int wrong = nothing{n};", ("error", f"nothing{n}")),
    )[kind]


class Soak(unittest.TestCase):
    def check(self, client, number):
        code, (kind, expected) = cell(number)
        outcome = client.run(code)
        if kind == "value":
            self.assertEqual(outcome.value, expected, outcome)
        elif kind == "output":
            self.assertEqual(outcome.text(), expected, outcome)
        elif kind == "display":
            self.assertEqual(outcome.all("display_data")[0]["data"]["text/html"], expected, outcome)
        else:
            self.assertEqual(outcome.status, "error", outcome)
            self.assertIn(expected, outcome.error)

    def memory(self, kernel):
        numbers = kernel.client.run(MEASURE).value.split()
        figures = dict(zip(("heap", "metaspace", "code", "threads", "classes"), map(int, numbers)))
        for name in ("heap", "metaspace", "code"):
            figures[name] /= 1024
        figures["rss"] = kernel.megabytes()
        return figures

    def test_memory_stays_flat(self):
        kernel = Kernel().ready()
        self.addCleanup(kernel.close)
        client = kernel.client
        client.run("import java.util.stream.*;")
        begun = clock()
        looks = []
        for number in range(CELLS):
            self.check(client, number)
            if (number + 1) % (CELLS // 4) == 0:
                looks.append(self.memory(kernel))
        seconds = clock() - begun
        report = "; ".join(
            f"{name} " + " → ".join(f"{look[name]:.0f}" for look in looks) for name in looks[0])
        print(f"# {CELLS} cells in {seconds:.0f} s; MiB and counts after each quarter: {report}", flush=True)
        grown = {name: looks[3][name] - looks[1][name] for name in BOUNDS}
        beyond = {name: round(by) for name, by in grown.items() if by > BOUNDS[name]}
        self.assertEqual(beyond, {}, f"the second half grew beyond its bounds {BOUNDS}: {report}")


if __name__ == "__main__":
    unittest.main()
