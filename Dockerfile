# Two images of one repository:  docker build --target bot .   and   docker build --target nlu .
# The bot: Python 3.12, our own code, nothing of Rasa.
FROM python:3.12-slim AS bot-build
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.12-slim AS bot
ENV PYTHONUNBUFFERED=1 PATH=/venv/bin:$PATH GOEIEDAG_DATA=/data
# /nlu-jobs is shared with the language model, which is another user: each writes files of its own
RUN useradd --uid 10001 --create-home goeiedag && install -d -o goeiedag -g goeiedag /data /content \
    && install -d -m 1777 /nlu-jobs
COPY --from=bot-build /venv /venv
WORKDIR /app
COPY bot bot
COPY dialogues dialogues
COPY locales locales
# the drafts, which coordinators change in the studio: a volume begins with those of the release
COPY --chown=goeiedag dialogues /content/dialogues
COPY --chown=goeiedag locales /content/locales
USER goeiedag
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import os; os.kill(1, 0)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]

# The NLU: Rasa Open Source on Python 3.10, behind its own HTTP API. It holds no secret of ours.
FROM python:3.10-slim AS nlu-build
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev \
    && rm -rf /var/lib/apt/lists/*
COPY nlu/requirements.txt ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements.txt

FROM python:3.10-slim AS nlu
ENV PYTHONUNBUFFERED=1 PATH=/venv/bin:$PATH RASA_TELEMETRY_ENABLED=false OMP_NUM_THREADS=1
RUN apt-get update && apt-get install -y --no-install-recommends libgomp1 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10002 --create-home goeiedag && install -d -m 1777 /nlu-jobs
COPY --from=nlu-build /venv /venv
COPY --chown=goeiedag nlu /app
WORKDIR /app
USER goeiedag
RUN python train.py
EXPOSE 5005
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:5005/status?token=' + os.environ.get('GOEIEDAG_NLU_TOKEN', ''))"]
ENTRYPOINT ["python", "serve.py"]
CMD ["--host", "0.0.0.0", "--port", "5005"]
