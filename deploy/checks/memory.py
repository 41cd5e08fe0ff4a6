"""What a worker takes of memory, and the judge of it, who is outside the worker."""

import os
import pathlib
import subprocess

# What the program, its libraries and its allocator need beside limits.memory_bytes.
PROGRAM_BYTES = 64 << 20
GROUPS = pathlib.Path("/sys/fs/cgroup")


def status(process):
    """The fields of /proc/PID/status; sizes are in kB. Of a process that ended some are gone, or the file is."""
    lines = pathlib.Path(f"/proc/{process}/status").read_text().splitlines()
    return dict(line.split(":", 1) for line in lines if ":" in line)


def kilobytes(fields, name):
    """A size of status, in bytes."""
    return int(fields[name].split()[0]) * 1024


def processor_seconds(process):
    """Time on processors that a process has taken, its threads together; otherwise `None` once it has ended."""
    try:
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (FileNotFoundError, ProcessLookupError):
        return None


class Samples:
    """The judge where no control group can be made: VmRSS each time it is asked, and the kernel's own mark of the most (VmHWM)."""

    def __init__(self, most, why):
        self.most, self.peak = most, 0
        self.name = f"samples of VmRSS and the kernel's VmHWM ({why})"

    def start(self, command, log):
        return subprocess.Popen(command, stderr=log, stdout=subprocess.DEVNULL)

    def sample(self, process):
        """VmRSS in bytes, otherwise `None` once the process has ended."""
        try:
            fields = status(process)
            self.peak = max(self.peak, kilobytes(fields, "VmHWM"))
            return kilobytes(fields, "VmRSS")
        except (FileNotFoundError, KeyError, ProcessLookupError):
            return None

    def fault(self):
        """What is wrong by now, otherwise `None`."""
        return f"{self.peak >> 20} MiB were resident, beyond the bound of {self.most >> 20}" if self.peak > self.most else None

    def words(self):
        return f"peak {self.peak / 2**20:.1f} MiB resident (VmHWM)"

    def close(self):
        pass


class Group(Samples):
    """The judge where one can be made: a control group (v2) of the bound without swap, whose kernel ends the worker beyond it.

    Pages of files that the worker reads are counted in the group too and go by themselves, so memory.peak may touch the bound.
    """

    def __init__(self, most):
        controllers = GROUPS / "cgroup.controllers"
        if not controllers.exists() or "memory" not in controllers.read_text().split():
            raise OSError(f"no cgroup v2 with a memory controller at {GROUPS}")
        super().__init__(most, "")
        self.name = "a cgroup v2 with memory.max, and the kernel's VmHWM"
        self.anonymous = 0
        self.folder = GROUPS / f"galley-{os.getpid()}"
        self.folder.mkdir()
        try:
            (self.folder / "memory.max").write_text(str(most))
            if (self.folder / "memory.swap.max").exists():
                (self.folder / "memory.swap.max").write_text("0")
        except OSError:
            self.close()
            raise

    def start(self, command, log):
        return super().start(["sh", "-c", 'echo $$ >"$0/cgroup.procs" && exec "$@"', self.folder, *command], log)

    def table(self, name):
        return dict(line.split() for line in (self.folder / name).read_text().splitlines())

    def sample(self, process):
        self.anonymous = max(self.anonymous, int(self.table("memory.stat")["anon"]))
        return super().sample(process)

    def fault(self):
        ended = int(self.table("memory.events")["oom_kill"])
        return f"the kernel ended the worker for memory beyond {self.most >> 20} MiB" if ended else super().fault()

    def words(self):
        mark = self.folder / "memory.peak"
        peak = f"{int(mark.read_text()) / 2**20:.1f} MiB" if mark.exists() else "not kept by this kernel"
        return f"{super().words()}, memory.peak {peak}, anonymous at most {self.anonymous / 2**20:.1f} MiB"

    def close(self):
        self.folder.rmdir()


def judge(most):
    """A judge of at most so many bytes."""
    try:
        return Group(most)
    except OSError as error:
        return Samples(most, error)
