"""Makes a client of the interface's description, submits a run with it, follows the run, and reads its verdict."""

import importlib
import json
import pathlib
import subprocess
import sys
import time
import urllib.request

PACKAGE = "plimsoll_client"
PATIENCE_SECONDS = 240


def fetch(address, token):
    request = urllib.request.Request(f"{address}/api/v1/openapi.json", headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def generate(description, folder):
    source = folder / "openapi.json"
    source.write_text(json.dumps(description))
    generator = pathlib.Path(sys.executable).with_name("openapi-python-client")
    config = folder / "config.yml"
    config.write_text(json.dumps({"post_hooks": []}))
    command = [generator, "generate", "--path", source, "--meta", "none", "--config", config, "--output-path", folder / PACKAGE]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "ERROR" not in said.stdout + said.stderr, said.stdout + said.stderr
    sys.path.insert(0, str(folder))


def api(name):
    return importlib.import_module(f"{PACKAGE}.api.{name}")


def main(address, token, endpoint, folder):
    generate(fetch(address, token), pathlib.Path(folder))
    client = importlib.import_module(PACKAGE).AuthenticatedClient(base_url=address, token=token)
    models = importlib.import_module(f"{PACKAGE}.models")
    submission = models.EndpointsSubmission(experiment="from-python")
    accepted = api("endpoints.endpoints_submit").sync(endpoint, client=client, body=submission, idempotency_key="from-python-1")
    deadline = time.monotonic() + PATIENCE_SECONDS
    run = api("runs.runs_show").sync(accepted.run, client=client)
    while run.finished is importlib.import_module(f"{PACKAGE}.types").UNSET:
        assert time.monotonic() < deadline, run
        time.sleep(0.5)
        run = api("runs.runs_show").sync(accepted.run, client=client)
    events = api("runs.runs_events").sync(accepted.run, client=client)
    assert len(events.items) > 8, events
    report = run.report.to_dict()
    print(f"ok: {run.status.value} {report['verdict']['result']} {report['decision']}")


main(*sys.argv[1:])
