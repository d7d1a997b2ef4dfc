"""The only package that may open a connection.

Nothing here runs unless a person asked for it in that call.
"""

from unrenew.net.notices import discreet_address, send_notice
from unrenew.net.web import AGENT, Reply, Web, post, txt_record

__all__ = ["AGENT", "Reply", "Web", "discreet_address", "post", "send_notice", "txt_record"]
