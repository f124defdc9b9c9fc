"""Serves an assistant: `run.py MODEL PORT ENDPOINTS CREDENTIALS`, by the Python of nlu/."""

import sys


def main() -> None:
    model, port, endpoints, credentials = sys.argv[1:]
    import project  # from nlu/, which is the working folder
    from serve import end_with_parent

    end_with_parent()
    project.quiet()
    sys.argv = ["rasa", "run", "--enable-api", "-m", model, "-i", "127.0.0.1", "-p", port]
    sys.argv += ["--endpoints", endpoints, "--credentials", credentials]
    from rasa.__main__ import main as rasa

    rasa()


if __name__ == "__main__":
    main()
