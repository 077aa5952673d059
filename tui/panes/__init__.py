"""The four linked panes, one a file. None knows another: each shows the scene and posts intents."""
