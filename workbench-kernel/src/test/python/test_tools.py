"""The tools that people drive kernels with: nbclient, nbconvert, jupyter run, jupyter console."""
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import unittest

import nbformat
from kernels import KERNEL_NAME
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


def notebook(*cells):
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in cells])
    made.metadata.kernelspec = {"name": KERNEL_NAME, "display_name": "Java", "language": "java"}
    return made


def has(module):
    return importlib.util.find_spec(module) is not None


class Tools(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def run_tool(self, *arguments, stdin=""):
        return subprocess.run(
            [sys.executable, "-m", *arguments], input=stdin, cwd=self.folder.name, capture_output=True, text=True,
            timeout=90, env={**os.environ, "HOME": self.folder.name, "IPYTHONDIR": self.folder.name})

    def file(self, name, content):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)
        return path

    def test_nbclient_executes_a_notebook(self):
        made = notebook("int x = 20;", "System.out.println(x);\nx + 22", "display(\"<b>b</b>\", \"text/html\");")
        NotebookClient(made, timeout=60, kernel_name=KERNEL_NAME).execute()
        outputs = [cell.outputs for cell in made.cells]
        self.assertEqual([cell.execution_count for cell in made.cells], [1, 2, 3])
        self.assertEqual(outputs[0], [])
        self.assertEqual([output.output_type for output in outputs[1]], ["stream", "execute_result"])
        self.assertEqual(outputs[1][1].data["text/plain"], "42")
        self.assertEqual(outputs[2][0].data["text/html"], "<b>b</b>")
        nbformat.validate(made)

    def test_nbclient_stops_at_a_cell_that_fails(self):
        made = notebook("1", 'throw new IllegalStateException("on purpose");', "2")
        with self.assertRaises(CellExecutionError) as raised:
            NotebookClient(made, timeout=60, kernel_name=KERNEL_NAME).execute()
        self.assertIn("on purpose", str(raised.exception))
        self.assertEqual(made.cells[2].outputs, [])
        nbformat.validate(made)

    def test_nbclient_interrupts_a_cell_that_takes_too_long(self):
        made = notebook("while (true) {}", "1 + 1")
        client = NotebookClient(made, timeout=3, interrupt_on_timeout=True, allow_errors=True, kernel_name=KERNEL_NAME)
        client.execute()
        self.assertEqual(made.cells[0].outputs[-1].output_type, "error")
        self.assertEqual(made.cells[1].outputs[0].data["text/plain"], "2")

    def test_nbconvert_executes_and_writes_html_with_coloured_java(self):
        path = self.file("small.ipynb", nbformat.writes(notebook("int answer = 42;\nanswer")))
        # The first writes the language into the notebook, by which the second colours it.
        for arguments in (("--execute", "--to", "notebook", "--inplace"), ("--to", "html")):
            done = self.run_tool("nbconvert", *arguments, path)
            self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        with open(path.replace(".ipynb", ".html"), encoding="utf-8") as page:
            html = page.read()
        self.assertIn(">42<", html.replace("\n", ""))
        self.assertIn('<span class="kt">int</span>', html)

    def test_nbconvert_says_which_cell_failed(self):
        path = self.file("bad.ipynb", nbformat.writes(notebook('throw new IllegalStateException("on purpose");')))
        done = self.run_tool("nbconvert", "--execute", "--to", "notebook", "--inplace", path)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("on purpose", done.stderr)

    def test_nbconvert_writes_a_script_with_the_ending_of_the_language(self):
        made = notebook("int answer = 42;")
        NotebookClient(made, timeout=60, kernel_name=KERNEL_NAME).execute()
        path = self.file("small.ipynb", nbformat.writes(made))
        done = self.run_tool("nbconvert", "--to", "script", path)
        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        with open(path.replace(".ipynb", ".jshell"), encoding="utf-8") as script:
            self.assertIn("int answer = 42;", script.read())

    def test_jupyter_run_executes_a_file(self):
        path = self.file("cell.jshell", 'int x = 40;\nSystem.out.println(x + 2);\nSystem.err.println("aside");\n')
        done = self.run_tool("jupyter_client.runapp", "--kernel", KERNEL_NAME, path)
        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        self.assertIn("42\n", done.stdout)
        self.assertIn("aside", done.stderr)

    def test_jupyter_run_reads_a_cell_from_its_input(self):
        done = self.run_tool("jupyter_client.runapp", "--kernel", KERNEL_NAME, stdin="System.out.println(6 * 7);")
        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        self.assertIn("42\n", done.stdout)

    @unittest.skipUnless(has("jupyter_console"), "this Python has no jupyter_console")
    def test_jupyter_console_runs_lines_from_a_pipe(self):
        lines = 'int x = 40;\nx + 2\nSystem.out.println("said");\nint f(int a) { return a + 1; }\nf(99)\nnosuch\n'
        done = self.run_tool("jupyter_console", "--simple-prompt", "--kernel", KERNEL_NAME, stdin=lines)
        for said in ("Out[2]: 42", "said", "100", "nosuch"):
            self.assertIn(said, done.stdout + done.stderr)

    def test_the_kernelspec_is_listed(self):
        done = self.run_tool("jupyter_client.kernelspecapp", "list", "--json")
        spec = json.loads(done.stdout)["kernelspecs"][KERNEL_NAME]["spec"]
        self.assertEqual((spec["language"], spec["display_name"]), ("java", "Java 25 (Segue)"))


if __name__ == "__main__":
    unittest.main()
