"""The methods by which the bot takes its updates: getUpdates, or a webhook."""

import re
from urllib.parse import urlsplit

from bot.phones.errors import bad, conflict
from bot.phones.ledger import JSON
from bot.phones.sends import Request

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PORTS = frozenset({80, 88, 443, 8443})
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


async def get_updates(request: Request) -> list[JSON]:
    world, args = request.world, request.args
    if world.ledger.get("webhook"):
        raise conflict(WEBHOOK_ACTIVE)
    if args.get("timeout", 0) < 0:
        raise bad('parameter "timeout" must not be negative')
    if "allowed_updates" in args:
        world.updates.allow(args["allowed_updates"])
    return await world.updates.poll(
        args.get("offset", 0), args.get("limit", 100), args.get("timeout", 0)
    )


def _fit_address(url: str) -> None:
    """Telegram wants https on one of four ports; for a bot on this machine plain http on any port
    will do.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise bad("invalid webhook URL specified") from None
    if parts.hostname in LOOPBACK and parts.scheme in ("http", "https"):
        return
    if parts.scheme != "https":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if (port or 443) not in PORTS:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if not parts.hostname or "." not in parts.hostname:
        raise bad("bad webhook: Failed to resolve host: Name or service not known")


def set_webhook(request: Request) -> bool:
    world, args = request.world, request.args
    if not args["url"]:
        return delete_webhook(request)
    _fit_address(args["url"])
    secret = args.get("secret_token")
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if "allowed_updates" in args:
        world.updates.allow(args["allowed_updates"])
    if args.get("drop_pending_updates"):
        world.updates.drop_all()
    kept = {
        "url": args["url"],
        "secret_token": secret,
        "max_connections": args.get("max_connections", 40),
    }
    world.ledger.put("webhook", kept)
    world.webhook_changed()
    return True


def delete_webhook(request: Request) -> bool:
    if request.args.get("drop_pending_updates"):
        request.world.updates.drop_all()
    request.world.ledger.put("webhook", None)
    request.world.webhook_changed()
    return True


def webhook_info(request: Request) -> JSON:
    world = request.world
    kept: JSON = world.ledger.get("webhook") or {}
    wanted = world.ledger.get("allowed_updates", [])
    return {
        "url": kept.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": world.updates.pending(),
        **({"max_connections": kept["max_connections"]} if kept else {}),
        **({"allowed_updates": wanted} if wanted else {}),
        **world.ledger.get("webhook_error", {}),
    }
