"""Types a line into an interactive shell, presses Tab, and prints what the screen shows.

press_tab.py FOLDER TYPED SHELL ARGUMENT...: FOLDER is the home of the shell, which it starts in; TYPED is what is
typed, `\\t` presses Tab and `\\n` presses Enter.
"""

import os
import pty
import select
import sys
import time

folder, typed, *shell = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    os.chdir(folder)
    variables = {"PATH": os.environ["PATH"], "HOME": folder, "TERM": "xterm", "LANG": "C.UTF-8", "PS1": "ready> "}
    os.execvpe(shell[0], shell, variables)


def screen(until, seconds):
    """What is printed until a text appears or nothing has come for so long."""
    shown = b""
    while until is None or until not in shown:
        if not select.select([terminal], [], [], seconds)[0]:
            break
        try:
            shown += os.read(terminal, 65536)
        except OSError:
            break
        # fish asks what terminal this is, and waits for an answer.
        if b"\x1b[c" in shown or b"\x1b[0c" in shown:
            os.write(terminal, b"\x1b[?1;2c")
            shown = shown.replace(b"\x1b[c", b"").replace(b"\x1b[0c", b"")
    return shown


screen(b"ready> ", 20)
time.sleep(0.3)
shown = b""
for part in typed.replace("\\t", "\t").replace("\\n", "\n").splitlines(keepends=True):
    for key in part:
        os.write(terminal, key.encode())
        if key == "\t":
            shown += screen(None, 2)
    shown += screen(None, 2)
sys.stdout.buffer.write(shown)
os.close(terminal)
