"""The community's conformance tests, jupyter_kernel_test, with samples of Java."""
import os

os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
import jupyter_kernel_test
from kernels import KERNEL_NAME


class Conformance(jupyter_kernel_test.KernelTests):
    kernel_name = KERNEL_NAME
    language_name = "java"
    file_extension = ".jshell"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("trouble");'
    completion_samples = [
        {"text": '"abc".subst'},
        {"text": "Math.floorM"},
        {"text": '"abc".nothingBeginsSo', "matches": set()},
        {"text": ""},
    ]
    complete_code_samples = ["1 + 1", "int x = 5;", "class A { }", "// a comment", "for (;;) { break; }", ""]
    incomplete_code_samples = ["for (int i = 0; i < 3; i++) {", "int f(int a,", 'var s = """\nabc', "/* abc", "class A {"]
    invalid_code_samples = ["int x = ;", "foo))", "class 5 { }"]
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "List.of(3, 1, 2)", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": 'display("<b>hi</b>", "text/html");', "mime": "text/html"},
        {"code": 'display("hi");', "mime": "text/plain"},
        {"code": "display(new java.awt.image.BufferedImage(8, 8, 1));", "mime": "image/png"},
        {"code": 'display("<svg xmlns=\\"http://www.w3.org/2000/svg\\"/>", "image/svg+xml");', "mime": "image/svg+xml"},
    ]
    code_generate_error = 'throw new IllegalStateException("on purpose");'
    code_history_pattern = "6 *"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"
    code_clear_output = "clearOutput();"

    def test_pager(self):
        """The kernel pages nothing: help goes to inspection, long text to the cell."""
        self.flush_channels()
        reply, _ = self.execute_helper("String.join(\"\\n\", Collections.nCopies(500, \"line\"))")
        self.assertEqual(reply["content"]["payload"], [])
