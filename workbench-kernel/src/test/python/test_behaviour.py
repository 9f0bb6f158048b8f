"""What a person notices: each row of the comparison with other Java kernels, as a behaviour."""
import re
import time
import unittest

from kernels import Client, Kernel, clock

SOON = 2.0  # seconds; a busy machine is slower than the promise
INTERRUPTED = re.compile("interrupt", re.IGNORECASE)

# The threads, this one left out, that are within code of cells: it is in no module and not the kernel's.
THREADS_IN_CELLS = """
Thread.getAllStackTraces().entrySet().stream()
    .filter(e -> e.getKey() != Thread.currentThread())
    .filter(e -> Arrays.stream(e.getValue())
        .anyMatch(f -> f.getModuleName() == null && !f.getClassName().startsWith("segue.kernel.")))
    .map(e -> e.getKey().getName()).toList()
"""


class WithKernel(unittest.TestCase):
    """One kernel for all tests of a class; a new one where a test has ended it."""

    @classmethod
    def setUpClass(cls):
        cls.kernel = Kernel().ready()
        cls.kernel.client.run("import java.util.*;")

    @classmethod
    def tearDownClass(cls):
        cls.kernel.close()

    def setUp(self):
        if not self.answers():
            self.tearDownClass()
            self.setUpClass()
        self.client: Client = self.kernel.client

    def answers(self):
        """Whether the kernel is still of use: a test that failed may have left it with a cell that never ends."""
        try:
            return self.kernel.alive() and self.kernel.client.run("0", seconds=10).value == "0"
        except AssertionError:
            return False

    def run_ok(self, code, **options):
        outcome = self.client.run(code, **options)
        self.assertEqual(outcome.status, "ok", outcome)
        return outcome

    def value(self, code, expected, **options):
        outcome = self.run_ok(code, **options)
        self.assertEqual(outcome.value, expected, outcome)

    def fails(self, code, **options):
        outcome = self.client.run(code, **options)
        self.assertEqual(outcome.status, "error", outcome)
        return outcome


class Answers(WithKernel):
    def test_kernel_info_is_complete_and_says_so(self):
        for channel in ("shell", "control"):
            info = self.client.ask("kernel_info_request", channel=channel)
            self.assertEqual(info["status"], "ok")
            self.assertEqual(info["protocol_version"], "5.4")
            self.assertTrue(info["implementation"] and info["implementation_version"] and info["banner"])
            language = info["language_info"]
            self.assertEqual((language["name"], language["mimetype"]), ("java", "text/x-java"))
            self.assertTrue(language["file_extension"].startswith("."))
            self.assertTrue(language["version"].startswith("25") or int(language["version"].split(".")[0]) > 25)

    def test_a_hundred_statements_run_as_one_cell(self):
        self.run_ok("\n".join(f"int b{i} = {i};" for i in range(100)))
        self.value("b0 + b50 + b99", "149")

    def test_completion_answers_while_a_cell_runs(self):
        self.client.complete('"abc".sub')
        running = self.client.begin("Thread.sleep(20_000);")
        begun = clock()
        self.assertIn("substring", str(self.client.complete('"abc".sub')["matches"]))
        self.assertLess(clock() - begun, SOON)
        self.kernel.interrupt()
        self.assertEqual(self.client.outcome(running).status, "error")

    def test_inspection_and_is_complete_answer_while_a_cell_runs(self):
        running = self.client.begin("Thread.sleep(20_000);")
        begun = clock()
        found = self.client.ask("inspect_request", {"code": "Math.max(1, 2)", "cursor_pos": 7, "detail_level": 0})
        self.assertTrue(found["found"])
        self.assertEqual(self.client.ask("is_complete_request", {"code": "int x = 5;"})["status"], "complete")
        self.assertLess(clock() - begun, 2 * SOON)
        self.kernel.interrupt()
        self.client.outcome(running)

    def test_own_variables_are_completed(self):
        self.run_ok("int somethingLong = 5;")
        self.assertIn("somethingLong", str(self.client.complete("someth")["matches"]))

    def test_completion_counts_characters_as_jupyter_does(self):
        code = 'var s𝄞 = "é♪𝄞"; "𝄞".sub'
        reply = self.client.complete(code)
        self.assertIn("substring", str(reply["matches"]))
        self.assertEqual(code[reply["cursor_start"]:reply["cursor_end"]], "sub")

    def test_inspection_finds_the_method_inside_its_call(self):
        for cursor in (len("Math.max("), len("Math.max(1, ")):
            found = self.client.ask(
                "inspect_request", {"code": "Math.max(1, 2)", "cursor_pos": cursor, "detail_level": 0})
            self.assertTrue(found["found"])
            self.assertIn("max", found["data"]["text/plain"])

    def test_completeness_is_told(self):
        for code, status in (
            ("1+1", "complete"), ("int x = 5;", "complete"), ("class A {}", "complete"), ("", "complete"),
            ("for (int i = 0; i < 3; i++) {", "incomplete"), ("foo(", "incomplete"), ('var s = """\nabc', "incomplete"),
            ("/* abc", "incomplete"), ("class A { void f() {", "incomplete"),
            ("int x = ;", "invalid"), ("foo))", "invalid"),
        ):
            with self.subTest(code=code):
                reply = self.client.ask("is_complete_request", {"code": code})
                self.assertEqual(reply["status"], status)
                if status == "incomplete":
                    self.assertRegex(reply["indent"], r"^\s*$")

    def test_the_indent_follows_the_nesting(self):
        reply = self.client.ask("is_complete_request", {"code": "class A {\n    void f() {"})
        self.assertEqual(reply["indent"], " " * 8)

    def test_history_knows_the_cells_of_this_session(self):
        for i in range(3):
            self.run_ok(f"int h{i} = {i};")
        self.run_ok("int silent = 1;", silent=True)
        self.run_ok("int unstored = 1;", store_history=False)
        tail = self.client.ask("history_request", {"hist_access_type": "tail", "n": 3, "output": False, "raw": True})
        self.assertEqual([entry[2] for entry in tail["history"]], [f"int h{i} = {i};" for i in range(3)])
        found = self.client.ask(
            "history_request",
            {"hist_access_type": "search", "pattern": "int h1*", "n": 5, "output": False, "raw": True})
        self.assertEqual([entry[2] for entry in found["history"]], ["int h1 = 1;"])
        number = tail["history"][0][1]
        ranged = self.client.ask(
            "history_request",
            {"hist_access_type": "range", "session": 0, "start": number, "stop": number + 2, "output": False, "raw": True})
        self.assertEqual([entry[1] for entry in ranged["history"]], [number, number + 1])

    def test_a_silent_cell_shows_nothing_and_does_not_count(self):
        before = self.run_ok("1").content["execution_count"]
        outcome = self.run_ok("2 + 2", silent=True, store_history=False)
        self.assertEqual([m["msg_type"] for m in outcome.story], ["status", "status"])
        self.assertEqual(self.run_ok("3").content["execution_count"], before + 1)

    def test_user_expressions_are_worked_out_each_on_its_own(self):
        reply = self.run_ok("int u = 5;", user_expressions={"good": "u * 2", "bad": "nosuch"}).content
        expressions = reply["user_expressions"]
        self.assertEqual(expressions["good"]["status"], "ok")
        self.assertEqual(expressions["good"]["data"]["text/plain"], "10")
        self.assertEqual(expressions["bad"]["status"], "error")
        self.assertTrue(expressions["bad"]["ename"])

    def test_the_story_of_a_cell_is_in_order(self):
        outcome = self.run_ok('System.out.println("a"); System.err.println("b"); 7')
        kinds = [m["msg_type"] for m in outcome.story]
        self.assertEqual(kinds, ["status", "execute_input", "stream", "stream", "execute_result", "status"])
        self.assertEqual((outcome.text(), outcome.text("stderr"), outcome.value), ("a\n", "b\n", "7"))
        states = [content["execution_state"] for content in outcome.all("status")]
        self.assertEqual(states, ["busy", "idle"])

    def test_an_unknown_request_is_refused_and_an_unknown_message_ignored(self):
        self.assertEqual(self.client.ask("nosuch_request")["status"], "error")
        self.client.request("nosuch")
        self.value("1 + 1", "2")

    def test_debugging_is_refused_on_the_control_channel(self):
        reply = self.client.ask("debug_request", {"type": "request", "seq": 1, "command": "debugInfo"}, "control")
        self.assertTrue(reply)

    def test_a_comm_of_an_unknown_target_is_closed(self):
        self.assertEqual(self.client.ask("comm_info_request")["status"], "ok")
        request = self.client.request("comm_open", {"comm_id": "abc", "target_name": "nosuch", "data": {}})
        self.client.until(lambda: request in self.client.idle, 10, "idle")
        closed = [m["content"] for m in self.client.stories[request] if m["msg_type"] == "comm_close"]
        self.assertEqual([content["comm_id"] for content in closed], ["abc"])

    def test_connections_are_not_told_more_than_once_of_their_welcome(self):
        second = self.kernel.join()
        try:
            second.listen(1)
            welcomes = [m for m in second.stories[None] if m["msg_type"] == "iopub_welcome"]
            self.assertEqual(len(welcomes), 1)
            self.assertEqual(welcomes[0]["content"], {"subscription": ""})
        finally:
            second.close()

    def test_the_heart_beats_also_while_a_cell_runs(self):
        running = self.client.begin("Thread.sleep(2_500);")
        beating = self.client.kc.hb_channel
        beating.start()
        beating.unpause()
        time.sleep(2.2)
        try:
            self.assertTrue(beating.is_beating())
        finally:
            beating.pause()
        self.client.outcome(running)


class Output(WithKernel):
    def lines(self, count, most_messages):
        outcome = self.run_ok(f'for (int i = 0; i < {count}; i++) System.out.println("line " + i);', seconds=60)
        self.assertEqual(outcome.text(), "".join(f"line {i}\n" for i in range(count)))
        self.assertLess(len(outcome.all("stream")), most_messages)

    def test_a_thousand_lines_come_together(self):
        self.lines(1000, 100)

    def test_a_hundred_thousand_lines_come_and_none_is_lost(self):
        self.lines(100_000, 1000)

    def test_five_megabytes_in_one_text_come_whole(self):
        outcome = self.run_ok('System.out.print("x♪".repeat(2_500_000));')
        self.assertEqual(outcome.text(), "x♪" * 2_500_000)

    def test_text_without_a_line_end_is_seen_while_the_cell_runs(self):
        request = self.client.send('System.out.print("soon"); Thread.sleep(20_000);')
        seen = lambda: any(m["msg_type"] == "stream" for m in self.client.stories[request])
        self.client.until(seen, SOON, "the text")
        self.kernel.interrupt()
        self.client.outcome(request)

    def test_characters_beyond_ascii_come_as_they_are(self):
        outcome = self.run_ok('System.out.print("é♪𝄞"); "é♪𝄞"')
        self.assertEqual((outcome.text(), outcome.value), ("é♪𝄞", "é♪𝄞"))

    def test_a_thread_prints_under_the_cell_that_started_it(self):
        request = self.client.send(
            'Thread.ofPlatform().start(() -> { try { Thread.sleep(700); } catch (InterruptedException e) {} '
            'System.out.println("late"); });')
        self.client.outcome(request)
        self.run_ok('System.out.println("another cell");')
        late = lambda: any(m["msg_type"] == "stream" for m in self.client.stories.get(request, []))
        self.client.until(late, 5, "the thread's line")
        self.assertEqual(self.client.stories[request][-1]["content"]["text"], "late\n")

    def test_two_threads_of_two_cells_print_each_under_its_own(self):
        code = ('Thread.ofVirtual().start(() -> {{ for (int i = 0; i < 5; i++) {{ try {{ Thread.sleep(100); }} '
                'catch (InterruptedException e) {{}} System.out.println("{0}"); }} }});')
        requests = {word: self.client.send(code.format(word)) for word in ("one", "two")}
        self.client.listen(2)
        for word, request in requests.items():
            told = "".join(
                m["content"]["text"] for m in self.client.stories[request] if m["msg_type"] == "stream")
            self.assertEqual(told, f"{word}\n" * 5)

    def test_an_uncaught_error_of_another_thread_is_shown(self):
        outcome = self.run_ok(
            'var t = new Thread(() -> { throw new IllegalStateException("in the background"); }); t.start(); t.join();')
        self.client.listen(0.5)
        self.assertIn("in the background", outcome.text("stderr") + str(self.client.stories))
        self.value("1 + 1", "2")


class Input(WithKernel):
    def test_a_scanner_reads_what_the_front_end_sends(self):
        outcome = self.run_ok("new Scanner(System.in).nextLine()", stdin=["from a person"])
        self.assertEqual(outcome.value, "from a person")

    def test_io_readln_asks_with_its_prompt(self):
        asked = []
        outcome = self.run_ok('IO.readln("name? ")', stdin=[lambda question: asked.append(question) or "Ada"])
        self.assertEqual(outcome.value, "Ada")
        self.assertEqual(asked[0]["password"], False)
        self.assertIn("name?", asked[0]["prompt"] + outcome.text())

    def test_two_lines_are_asked_for_one_after_the_other(self):
        outcome = self.run_ok(
            'var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in)); in.readLine() + "/" + in.readLine()',
            stdin=["a", "b"])
        self.assertEqual(outcome.value, "a/b")

    def test_the_console_reads_lines_and_hides_passwords(self):
        asked = []
        remember = lambda answer: lambda question: asked.append(question) or answer
        outcome = self.run_ok(
            'System.console().readLine("who? ") + new String(System.console().readPassword("secret? "))',
            stdin=[remember("me"), remember("xyz")])
        self.assertEqual(outcome.value, "mexyz")
        self.assertEqual([question["password"] for question in asked], [False, True])

    def test_where_no_input_is_allowed_the_cell_is_told(self):
        outcome = self.client.run("new Scanner(System.in).nextLine()", allow_stdin=False)
        self.assertEqual(outcome.status, "error")

    def test_an_interrupt_ends_the_wait_for_input(self):
        request = self.client.send('IO.readln("name? ")', allow_stdin=True)
        self.client.until(lambda: self.client.questions, 10, "a question")
        self.client.questions.clear()
        self.kernel.interrupt()
        self.assertEqual(self.client.outcome(request, SOON).status, "error")
        self.value("1 + 1", "2")


class Interrupts(WithKernel):
    """The reply comes soon, the thread is gone, the variables are kept."""

    def stops(self, code, by_signal=False):
        self.run_ok("int kept = 41;")
        request = self.client.begin(code)
        self.client.listen(0.2)
        begun = clock()
        if by_signal:
            self.kernel.process.send_signal(2)
        else:
            self.kernel.interrupt()
        outcome = self.client.outcome(request, SOON)
        self.assertLess(clock() - begun, SOON)
        self.assertEqual(outcome.status, "error")
        self.assertRegex(outcome.error, INTERRUPTED)
        self.value("kept + 1", "42")
        self.value(THREADS_IN_CELLS, "[]")
        self.assertLess(self.kernel.load(), 0.3, "a thread burns on")

    def test_a_thread_in_a_cell_is_seen_by_the_look_that_the_others_rely_on(self):
        self.run_ok(
            "var on = new java.util.concurrent.atomic.AtomicBoolean(true);\n"
            'var stays = Thread.ofPlatform().name("stays").start(() -> { while (on.get()) {} });')
        self.value(THREADS_IN_CELLS, "[stays]")
        self.run_ok("on.set(false); stays.join();")
        self.value(THREADS_IN_CELLS, "[]")

    def test_a_loop(self):
        self.stops("while (true) {}")

    def test_a_loop_by_signal(self):
        self.stops("while (true) {}", by_signal=True)

    def test_a_sleep(self):
        self.stops("Thread.sleep(100_000);")

    def test_a_method_of_an_earlier_cell(self):
        self.run_ok("void spin() { long s = 0; for (;;) { s++; if (s == -1) System.out.println(s); } }")
        self.stops("spin();")

    def test_a_lambda(self):
        self.stops("Runnable r = () -> { while (true) {} };\nr.run();")

    def test_a_parallel_stream(self):
        self.stops("java.util.stream.IntStream.range(0, 4).parallel().forEach(i -> { while (true) {} });")

    def test_an_endless_stream_of_the_library(self):
        self.stops("java.util.stream.Stream.iterate(1, i -> i).count()")

    def test_a_recursion_and_a_loop_that_catches_everything(self):
        self.stops("while (true) { try { Thread.sleep(5); } catch (Throwable e) { } }")

    def test_code_of_the_jdk_that_cannot_be_stopped_is_told_about_and_ended_by_a_restart(self):
        request = self.client.begin("java.math.BigInteger.valueOf(3).pow(400_000_000).bitLength()")
        self.kernel.interrupt()
        told = lambda: "restart" in str(self.client.stories[request]).lower()
        self.client.until(told, 10, "advice to restart the kernel")
        self.kernel.manager.restart_kernel(now=False)
        self.kernel.client.close()
        type(self).kernel.client = self.kernel.join()
        self.kernel.ready()
        self.assertEqual(self.kernel.client.run("1 + 1").value, "2")

    def test_an_interrupt_between_cells_does_no_harm(self):
        for _ in range(5):
            self.assertEqual(self.client.ask("interrupt_request", channel="control")["status"], "ok")
            self.value("20 + 22", "42")

    def test_cells_that_wait_are_aborted_with_the_one_that_is_interrupted(self):
        requests = [self.client.begin("Thread.sleep(20_000);"), self.client.send("7"), self.client.send("8")]
        self.client.listen(0.2)
        self.kernel.interrupt()
        self.assertEqual([self.client.outcome(r).status for r in requests], ["error", "aborted", "aborted"])


class Failures(WithKernel):
    def test_cells_that_wait_are_aborted_after_an_error(self):
        requests = [self.client.send(code) for code in ('throw new RuntimeException("x");', "1 + 1", "2 + 2")]
        self.assertEqual([self.client.outcome(r).status for r in requests], ["error", "aborted", "aborted"])

    def test_cells_that_wait_run_on_where_the_front_end_wants_it(self):
        requests = [
            self.client.send(code, stop_on_error=False) for code in ('throw new RuntimeException("x");', "1 + 1")]
        self.assertEqual([self.client.outcome(r).status for r in requests], ["error", "ok"])

    def test_a_runtime_error_names_the_cell_and_line_and_its_cause_and_no_frame_of_the_kernel(self):
        outcome = self.fails(
            'int parse(String text) {\n    return Integer.parseInt(text);\n}\n'
            'try {\n    parse("x");\n} catch (NumberFormatException e) {\n    throw new IllegalStateException("outer", e);\n}')
        count = outcome.content["execution_count"]
        self.assertIn("IllegalStateException: outer", outcome.error)
        self.assertIn("Caused by", outcome.error)
        self.assertIn("NumberFormatException", outcome.error)
        self.assertIn(f"cell {count}, line 7", outcome.error)
        self.assertIn(f"cell {count}, line 2", outcome.error)
        for internal in ("segue.kernel", "DirectMethodHandle", "LambdaForm", "ThreadPoolExecutor", "jdk.internal"):
            self.assertNotIn(internal, outcome.error)

    def test_a_compile_error_shows_the_line_with_a_caret(self):
        outcome = self.fails('int good = 1;\nint bad = "text";')
        self.assertIn("line 2", outcome.error)
        self.assertIn('int bad = "text";', outcome.error)
        self.assertIn("^", outcome.error)
        self.assertIn("incompatible types", outcome.error)

    def test_an_error_in_a_method_of_an_earlier_cell_names_that_cell(self):
        count = self.run_ok("int risky(int i) {\n    return 10 / i;\n}").content["execution_count"]
        outcome = self.fails("\nrisky(0)")
        self.assertIn(f"cell {count}, line 2", outcome.error)
        self.assertIn(f"cell {count + 1}, line 2", outcome.error)

    def test_a_long_trace_is_folded(self):
        outcome = self.fails("int deep(int i) { return i == 0 ? 1 / 0 : deep(i - 1) + 1; }\ndeep(500)")
        self.assertLess(len(outcome.error.splitlines()), 60)

    def test_a_stack_overflow_is_survived(self):
        outcome = self.fails("int so(int i) { return so(i + 1) + 1; }\nso(0)")
        self.assertIn("StackOverflowError", outcome.error)
        self.assertLess(len(outcome.error.splitlines()), 60)
        self.value("1 + 1", "2")

    def test_running_out_of_memory_is_survived(self):
        self.run_ok("int beforeMemory = 7;")
        outcome = self.fails(
            "long[][] big = new long[100_000][]; for (int i = 0; i < big.length; i++) big[i] = new long[50_000_000];",
            seconds=90)
        self.assertIn("OutOfMemoryError", outcome.error)
        self.value("beforeMemory", "7")

    def test_system_exit_asks_instead_of_killing(self):
        outcome = self.client.run("int beforeExit = 3; System.exit(3);", seconds=10)
        time.sleep(1)
        self.assertTrue(self.kernel.alive(), outcome)
        self.value("beforeExit", "3")

    def test_a_halt_by_cell_shows_as_a_dead_kernel_that_restarts(self):
        self.client.send("Runtime.getRuntime().halt(3);")
        time.sleep(1)
        if not self.kernel.alive():
            self.kernel.manager.restart_kernel()
            self.kernel.client.close()
            type(self).kernel.client = self.kernel.join()
            self.kernel.ready()
        self.assertEqual(self.kernel.client.run("1 + 1").value, "2")

    def test_an_exception_whose_message_fails_is_still_shown(self):
        outcome = self.fails(
            'throw new RuntimeException() { public String getMessage() { throw new IllegalStateException("twice"); } };')
        self.assertTrue(outcome.error)
        self.value("1 + 1", "2")

    def test_a_value_whose_text_fails_is_an_error_of_its_cell(self):
        self.client.run('new Object() { public String toString() { throw new IllegalStateException("no text"); } }')
        self.value("1 + 1", "2")


class Language(WithKernel):
    def test_variables_keep_their_values_when_imports_come_later(self):
        self.run_ok("import java.util.concurrent.*;\nvar sp0 = 5; float[] a0 = new float[3];")
        self.value(
            "import java.time.*;\nvar d0 = LocalDate.of(2020, 1, 1);\nimport java.util.stream.*;\nvar s0 = Stream.of(1);\nd0",
            "2020-01-01")
        self.value("import java.util.function.*;\nimport java.util.regex.*;\nd0.getYear() + sp0 + a0.length", "2028")

    def test_an_object_survives_a_new_method_body_of_its_class(self):
        self.run_ok("class Y { int a = 1; int f() { return 1; } }\nvar yo = new Y(); yo.a = 7;")
        self.run_ok("class Y { int a = 1; int f() { return 2; } }")
        self.value("yo.f() + yo.a", "9")

    def test_a_volatile_variable_is_volatile(self):
        self.value(
            'volatile boolean on = true;\njava.lang.reflect.Modifier.isVolatile(Arrays.stream(new Object() {}.getClass()'
            '.getEnclosingClass().getDeclaredFields()).filter(f -> f.getName().equals("on")).findAny().get().getModifiers())',
            "true")

    def test_types_of_one_cell_may_need_each_other(self):
        self.value("class A { B b; } class B { A a; }\nnew A().b == null", "true")
        self.value(
            "String n(S s) { return switch (s) { case C c -> \"c\"; case R(double w, double h) -> \"r\"; }; }\n"
            "sealed interface S permits C, R {} record C(double r) implements S {} record R(double w, double h) implements S {}\n"
            "n(new R(1, 2))", "r")

    def test_methods_of_one_cell_may_call_each_other(self):
        self.value(
            "int ev(int n) { return n == 0 ? 1 : od(n - 1); }\nint od(int n) { return n == 0 ? 0 : ev(n - 1); }\nev(10)", "1")

    def test_a_method_is_replaced_also_for_its_earlier_callers(self):
        self.run_ok("int g(int a) { return 1; }\nint callsG() { return g(0); }")
        self.run_ok("int g(int a) { return 2; }")
        self.value("callsG()", "2")

    def test_a_class_and_a_record_are_replaced(self):
        self.value("class Z { int a = 1; }\nrecord Rec(int a) {}\nnew Z().a + new Rec(1).a()", "2")
        self.value("class Z { int b = 2; }\nrecord Rec(int a, int b) {}\nnew Z().b + new Rec(1, 2).b()", "4")

    def test_newer_java(self):
        for code, value in (
            ("import module java.sql;\njava.sql.Types.INTEGER", "4"),
            ('var tb = """\n  a\n  b""";\ntb.length()', "3"),
            ("var th = Thread.ofVirtual().start(() -> {}); th.join(); th.isAlive()", "false"),
            ("Object o = 5; o instanceof Integer i && i > 3 ? \"big\" : \"small\"", "big"),
            ("enum E { A, B { int f() { return 2; } }; int f() { return 1; } }\nE.B.f()", "2"),
            ("<T> T ap(java.util.function.UnaryOperator<T> f, T t) { return f.apply(t); }\nap(x -> x + 1, 1)", "2"),
            ("void ch() throws java.io.IOException { throw new java.io.IOException(\"io\"); }\n"
             "try { ch(); } catch (java.io.IOException e) {}\n3", "3"),
        ):
            with self.subTest(code=code):
                self.value(code, value)

    def test_the_vector_api_and_native_access_work_as_installed(self):
        self.value(
            "import jdk.incubator.vector.*;\nvar sp = FloatVector.SPECIES_PREFERRED; float[] v = new float[sp.length()]; "
            "Arrays.fill(v, 2f);\nFloatVector.fromArray(sp, v, 0).mul(3f).reduceLanes(VectorOperators.ADD) / sp.length()",
            "6.0")
        self.value(
            "import java.lang.foreign.*;\nvar linker = Linker.nativeLinker();\n"
            "(long) linker.downcallHandle(linker.defaultLookup().find(\"strlen\").orElseThrow(), "
            "FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS))"
            ".invokeExact(Arena.global().allocateFrom(\"seven77\"))", "7")

    def test_cells_that_say_nothing(self):
        for code in ("", "   \n\n", "// nothing", "/* nothing */", ";", ";;"):
            with self.subTest(code=code):
                outcome = self.run_ok(code)
                self.assertIsNone(outcome.value)

    def test_what_a_misspelt_name_may_have_meant(self):
        self.run_ok("int temperature = 5;")
        self.assertIn("temperature", self.fails("temperatuer + 1").error)


class Displays(WithKernel):
    def test_a_value_is_displayed_in_the_form_that_is_asked_for(self):
        for kind in ("text/html", "text/markdown", "image/svg+xml", "text/latex"):
            outcome = self.run_ok(f'display("<svg xmlns=\\"http://www.w3.org/2000/svg\\"/>", "{kind}");')
            self.assertIn(kind, outcome.all("display_data")[0]["data"])

    def test_a_picture_is_a_png(self):
        outcome = self.run_ok("new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB)")
        self.assertTrue(outcome.all("execute_result")[0]["data"]["image/png"].startswith("iVBOR"))

    def test_a_display_is_updated_in_place(self):
        outcome = self.run_ok(
            'var id = display("<b>1</b>", "text/html"); updateDisplay(id, "<b>2</b>", "text/html");')
        shown, = outcome.all("display_data")
        updated, = outcome.all("update_display_data")
        self.assertTrue(shown["transient"]["display_id"])
        self.assertEqual(shown["transient"], updated["transient"])
        self.assertEqual(updated["data"]["text/html"], "<b>2</b>")

    def test_arrays_collections_and_records_show_what_they_hold(self):
        self.value("new int[] {1, 2, 3}", "[1, 2, 3]")
        outcome = self.run_ok('record Q(int a, String b) {}\nList.of(new Q(1, "x"), new Q(2, "y"))')
        self.assertIn("<table", outcome.all("execute_result")[0]["data"]["text/html"])
        self.assertIsNotNone(outcome.value)

    def test_a_declaration_and_null_show_nothing(self):
        self.assertIsNone(self.run_ok("int z = 5;").value)
        self.run_ok("(Object) null")


if __name__ == "__main__":
    unittest.main()
