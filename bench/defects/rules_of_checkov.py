# Prints the names of the rules that checkov reports for each file, once per finding: it takes seconds to start, so all files are one run.
import json
import logging
import sys

logging.disable(logging.CRITICAL)
from checkov.kubernetes.runner import Runner
from checkov.runner_filter import RunnerFilter

print(json.dumps([
    [record.check_id for record in Runner().run(root_folder=None, files=[path], runner_filter=RunnerFilter(framework=["kubernetes"])).failed_checks]
    for path in sys.argv[1:]
]))
