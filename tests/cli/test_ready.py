"""What every command does before its work stays short."""

import subprocess
import sys


def test_to_know_the_demos_data_by_loads_no_season():
    asked = "import sys; import thidua.cli.founding; print([name for name in sys.modules if '.founding.' in name])"
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
